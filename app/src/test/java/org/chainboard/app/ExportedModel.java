package org.chainboard.app;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.chainboard.engine.tensor.Tensor;

/** A class that was exported, compiled by plain {@code javac} with the engine on the class path, and loaded. */
record ExportedModel(Object model) {

    static ExportedModel compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = Path.of(Tensor.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        int result =
                compiler.run(null, System.out, System.err, "-Xlint:all", "-Werror", "-cp", path, source.toString());
        if (result != 0) {
            throw new AssertionError("javac refused " + source);
        }
        String name = source.getFileName().toString().replace(".java", "");
        URL folder = source.toAbsolutePath().getParent().toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {folder}, ExportedModel.class.getClassLoader())) {
            Class<?> type = loader.loadClass(name);
            // its nested classes are loaded while the loader is open
            return new ExportedModel(type.getConstructor().newInstance());
        }
    }

    Tensor predict(Tensor x) throws Exception {
        return (Tensor) model.getClass().getMethod("predict", Tensor.class).invoke(model, x);
    }
}
