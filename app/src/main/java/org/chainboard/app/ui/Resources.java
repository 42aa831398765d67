package org.chainboard.app.ui;

import java.net.URL;

/** The files of {@code ui-resources}. */
final class Resources {
    private static final String ROOT = "/org/chainboard/ui/";

    private Resources() {}

    /** The address of a file that is part of the program, such as {@code css/base.css}. */
    static String url(String path) {
        URL url = Resources.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalStateException("The program lacks its file " + path);
        }
        return url.toExternalForm();
    }
}
