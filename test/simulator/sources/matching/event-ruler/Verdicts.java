import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.Patterns;
import software.amazon.event.ruler.RuleCompiler;

/**
 * Says what event-ruler, the matcher of the service, makes of patterns and events.
 *
 * Reads a JSON array of two texts in each line, a pattern and an event. Writes a line for each:
 * `1` if the event matches, `0` if it does not, `x` and the reason if the pattern is refused, or `?` if event-ruler contradicts itself.
 */
final class Verdicts {
    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode pair = json.readTree(line);
            out.println(verdict(pair.get(0).textValue(), pair.get(1).textValue()));
        }
        out.flush();
    }

    /**
     * Matches the event against each alternative of the pattern on its own.
     *
     * Within one machine and under one name, event-ruler 2.1.0 drops an alternative that shares a value of each field with an earlier one:
     * the second one of {"$or": [{"a": [1]}, {"a": [1, 4]}]} never matches. The finder of version 2 overlooks a value outside a list
     * where names with dots give it the path of values in the list; the former finder sees it.
     * And the order of values can matter: [{"anything-but": {"wildcard": "*"}}, {"equals-ignore-case": "b"}] matches "x", but not if reversed.
     */
    private static String verdict(String pattern, String event) throws Exception {
        boolean matches = false;
        boolean formerly = false;
        boolean reversed = false;
        try {
            for (Map<String, List<Patterns>> alternative : alternatives(pattern)) {
                matches |= matches(Machine.builder().build(), alternative, event);
                formerly |= matches(Machine.builder().withStructuredMatching(false).build(), alternative, event);
                reversed |= matches(Machine.builder().build(), reversed(alternative), event);
            }
        } catch (Exception e) {
            return "x " + String.valueOf(e.getMessage()).split("\n")[0];
        }
        return matches != formerly || matches != reversed ? "?" : matches ? "1" : "0";
    }

    private static boolean matches(Machine machine, Map<String, List<Patterns>> alternative, String event) throws Exception {
        machine.addPatternRule("rule", alternative);
        return !machine.rulesForJSONEvent(event).isEmpty();
    }

    private static Map<String, List<Patterns>> reversed(Map<String, List<Patterns>> alternative) {
        return alternative.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> {
            List<Patterns> values = new ArrayList<>(field.getValue());
            Collections.reverse(values);
            return values;
        }));
    }

    /** As Machine.addRule reads a pattern. */
    private static List<Map<String, List<Patterns>>> alternatives(String pattern) throws Exception {
        try {
            return JsonRuleCompiler.compile(pattern);
        } catch (JsonParseException e) {
            return List.of(RuleCompiler.compile(pattern));
        }
    }
}
