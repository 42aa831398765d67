package org.chainboard.jcuda;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A driver with one card on which all is well, but for one call. */
final class ToldDriver {
    private ToldDriver() {}

    /** Finds it on Linux, with JCuda's native library in {@code folder}. */
    static CardSearch failingAt(String call, Throwable thrown, Path folder) {
        return new CardSearch(new Platform("Linux", "amd64"), new NativeFiles(folder), at -> driver(call, thrown));
    }

    private static Driver driver(String call, Throwable thrown) {
        return (Driver) Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {Driver.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(call)) {
                        throw thrown;
                    }
                    return answer(method.getName());
                });
    }

    private static Object answer(String call) {
        return switch (call) {
            case "start" -> null;
            case "version" -> 12_040;
            case "devices" -> 1;
            case "capability" -> 89;
            case "name" -> "RTX";
            case "compute" -> IntStream.range(0, 32).map(i -> 42 * i).toArray();
            case "multiplies", "multipliesOn" -> true;
            default -> throw new AssertionError(call + " has no answer");
        };
    }
}
