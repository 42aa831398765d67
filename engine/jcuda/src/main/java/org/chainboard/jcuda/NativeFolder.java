package org.chainboard.jcuda;

import java.nio.file.Path;

/**
 * JCuda copies its native libraries to fixed names in the temporary folder and takes whatever lies there, be it cut off or
 * somebody else's. It reads the property when one of its classes is used first, so it is shown our folder then, where the
 * right file already lies. The JDK's own temporary files do not follow the property.
 */
final class NativeFolder {
    private static final String TEMPORARY = "java.io.tmpdir";

    private NativeFolder() {}

    static synchronized void during(Path folder, Runnable firstUse) {
        String before = System.getProperty(TEMPORARY);
        System.setProperty(TEMPORARY, folder.toString());
        try {
            firstUse.run();
        } finally {
            System.setProperty(TEMPORARY, before);
        }
    }
}
