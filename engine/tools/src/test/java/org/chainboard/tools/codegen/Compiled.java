package org.chainboard.tools.codegen;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.Tensor;

/** An exported class, compiled as a student would and loaded. */
record Compiled(Object model, Path folder) {

    /** The engine's core, the only thing on the class path. */
    static Path core() {
        try {
            return Path.of(Tensor.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Compiled of(JavaExport export, Path folder) {
        try {
            Path file = folder.resolve(export.fileName());
            Files.write(file, export.source().getBytes(StandardCharsets.UTF_8));
            compile(file, folder);
            URL[] place = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(place, Tensor.class.getClassLoader())) {
                Class<?> type = loader.loadClass(export.className());
                return new Compiled(type.getConstructor().newInstance(), folder);
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(export.source(), e);
        }
    }

    private static void compile(Path file, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all", "-Werror", "-encoding", "US-ASCII", "-cp", core().toString(), "-d", folder.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiles = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiles || !said.toString().isEmpty()) {
                throw new AssertionError(said + Files.readString(file));
            }
        }
    }

    Tensor predict(Tensor features) {
        return call("predict", features);
    }

    double[] predict(double... features) {
        return call("predict", features);
    }

    Layer layer() {
        return (Layer) model;
    }

    @SuppressWarnings("unchecked")
    List<String> names(String list) {
        try {
            return (List<String>) model.getClass().getField(list).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The result of a method with this argument; what it throws comes out as it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <T> T call(String method, Object argument) {
        try {
            return (T) model.getClass().getMethod(method, argument.getClass()).invoke(model, argument);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
