package org.chainboard.jcuda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * Puts JCuda's native library into a folder that is this user's alone and this version's alone. A file that is there
 * and differs, cut off or not ours, is replaced as a whole: the system loads half a file without a check and dies of it.
 */
final class NativeFiles {
    /** The version of JCuda, as in the names of its files. */
    static final String JCUDA = "12.6.0";

    private final Path folder;

    NativeFiles(Path folder) {
        this.folder = folder;
    }

    /** In the user's cache. */
    static NativeFiles in(Path cache) {
        return new NativeFiles(cache.resolve("chainboard").resolve("jcuda-" + JCUDA));
    }

    Path folder() {
        return folder;
    }

    /**
     * Makes sure that a library lies in the folder.
     *
     * @param library its file name
     * @throws NoSuchFileException when JCuda's archive for this system is not on the class path
     * @throws IOException when it cannot be written
     */
    void unpack(String library) throws IOException {
        byte[] wanted = read(library);
        makePrivate();
        Path target = folder.resolve(library);
        if (holds(target, wanted)) {
            return;
        }
        Path half = Files.createTempFile(folder, "new", null);
        try {
            Files.write(half, wanted);
            if (Files.size(half) != wanted.length) {
                throw new IOException("only " + Files.size(half) + " of " + wanted.length + " bytes were written");
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static byte[] read(String library) throws IOException {
        try (InputStream resource = NativeFiles.class.getResourceAsStream("/lib/" + library)) {
            if (resource == null) {
                throw new NoSuchFileException(library);
            }
            return resource.readAllBytes();
        }
    }

    /** Takes all rights from others; fails where the folder is somebody else's. Windows guards a user's own folders. */
    private void makePrivate() throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView view =
                Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean holds(Path target, byte[] wanted) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.size(target) == wanted.length
                && Arrays.equals(Files.readAllBytes(target), wanted);
    }
}
