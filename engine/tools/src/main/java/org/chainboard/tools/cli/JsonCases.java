package org.chainboard.tools.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/** Answers one case a line, as it comes; a line that cannot be answered is answered with the reason. */
final class JsonCases {
    private JsonCases() {}

    static int answer(Console console) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        PrintStream out = console.out();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
            out.print(answer(text) + "\n");
            // whoever waits for an answer before asking again gets it; a file does not pay for that
            if (!in.ready() && out.checkError()) {
                return Cli.FAILED;
            }
        }
        return Cli.DONE;
    }

    /** The answer to one line, as JSON. */
    static String answer(String line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            fill(answer, JsonCase.read(line));
        } catch (CliException problem) {
            answer.removeAll();
            answer.put("error", problem.getMessage());
            if (problem.hasPlace()) {
                answer.put("at", problem.at());
            }
        } catch (ShapeException problem) {
            answer.removeAll();
            answer.put("error", problem.getMessage());
        } catch (ArithmeticException | OutOfMemoryError tooLarge) {
            // sizes that overflow, or arrays that do not fit
            answer.removeAll();
            answer.put("error", new CliException("json.large").getMessage());
        } catch (RuntimeException bug) {
            System.getLogger(JsonCases.class.getName()).log(Level.DEBUG, "A case met a bug.", bug);
            answer.removeAll();
            answer.put("error", new CliException("json.bug", bug).getMessage());
        }
        return answer.toString();
    }

    private static void fill(ObjectNode answer, JsonCase asked) throws CliException {
        Derivatives derivatives = new Derivatives(asked.question(), asked.dtype());
        answer.set("value", NestedList.write(derivatives.value()));
        if (asked.order() >= 1) {
            fill(answer.putObject("grad"), derivatives.gradient(asked.wrt()));
        }
        if (asked.order() == 2) {
            fill(answer.putObject("hess"), derivatives.second(asked.wrt()));
        }
    }

    private static void fill(ObjectNode object, Map<String, Tensor> arrays) {
        arrays.forEach((name, array) -> object.set(name, NestedList.write(array)));
    }
}
