package org.chainboard.jcuda;

import java.io.IOException;
import java.nio.file.Path;
import jcuda.jcublas.JCublas2;

/** Loads cuBLAS and, on top of it, JCublas2. */
final class CublasLibrary {
    private final CublasFiles files;
    private final NativeFiles natives;
    private final String library;
    private Boolean loaded;

    /**
     * @param files where cuBLAS may lie
     * @param natives where JCublas2's native library is to lie
     * @param library its file name
     */
    CublasLibrary(CublasFiles files, NativeFiles natives, String library) {
        this.files = files;
        this.natives = natives;
        this.library = library;
    }

    /**
     * Whether it could be loaded, which is tried once. Where no file is found the system is asked all the same: it looks in places that are
     * not to be seen from here.
     */
    synchronized boolean load() {
        if (loaded == null) {
            loaded = tryToLoad();
        }
        return loaded;
    }

    private boolean tryToLoad() {
        if (!files.wanted()) {
            return false;
        }
        try {
            natives.unpack(library);
            for (Path file : files.find()) {
                System.load(file.toAbsolutePath().toString());
            }
            NativeFolder.during(natives.folder(), () -> JCublas2.setExceptionsEnabled(false));
            return true;
        } catch (IOException | LinkageError e) {
            return false;
        }
    }
}
