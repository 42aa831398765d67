package org.chainboard.engine.manual;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles blocks into a folder and runs them. */
record Workshop(Path folder) {

    /** Runs {@code block}; {@code AssertionError} with the words of the compiler where it is no Java. */
    Results run(Block block) throws IOException, ReflectiveOperationException {
        Path classes = Files.createTempDirectory(folder, "block");
        compile(block, classes);
        Results results = new Results();
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, Workshop.class.getClassLoader())) {
            loader.loadClass(Block.CLASS).getMethod("run", Results.class).invoke(null, results);
        }
        return results;
    }

    private static void compile(Block block, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(source(block)))
                .call();
        if (!compiled) {
            throw new AssertionError(block + " does not compile:\n" + messages);
        }
    }

    private static JavaFileObject source(Block block) throws IOException {
        String text = block.source(imports());
        return new SimpleJavaFileObject(URI.create("string:///" + Block.CLASS + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return text;
            }
        };
    }

    /** What the examples may use without importing it: what a reader's jshell is given. */
    private static List<String> imports() throws IOException {
        try (Stream<String> lines = Files.lines(Page.FOLDER.resolve("imports.jsh"), StandardCharsets.UTF_8)) {
            return lines.toList();
        }
    }
}
