package org.chainboard.tools.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.chainboard.tools.csv.CsvProblem.Code;

/** Bytes to text: byte order marks, UTF-8, and the older Western code page that spreadsheets still write. */
final class CsvText {
    /** More than this does not fit beside a window that stays smooth. */
    static final long MOST_BYTES = 200L << 20;

    private static final Charset OLD = Charset.forName("windows-1252");

    private CsvText() {}

    static String of(Path file) throws CsvException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                throw CsvProblem.file(Code.FILE, "folder", name).exception();
            }
            long megabytes = Files.size(file) >> 20;
            if (Files.size(file) > MOST_BYTES) {
                throw CsvProblem.file(Code.FILE, "large", name, megabytes, MOST_BYTES >> 20)
                        .exception();
            }
            return of(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw CsvProblem.file(
                            Code.FILE, "noFile", name, file.toAbsolutePath().getParent())
                    .exception();
        } catch (IOException e) {
            throw CsvProblem.file(Code.FILE, "unreadable", name).exception();
        }
    }

    static String of(String name, byte[] bytes) throws CsvException {
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw CsvProblem.file(Code.FILE, "noText", name).exception();
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(StandardCharsets.UTF_8, bytes, 3);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(StandardCharsets.UTF_16BE, bytes, 2);
        }
        return strict(StandardCharsets.UTF_8, bytes, 0);
    }

    private static String strict(Charset charset, byte[] bytes, int from) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return charset.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, bytes.length - from, OLD);
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
