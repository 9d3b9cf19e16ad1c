import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Adds the next firings to each line on standard input: the fields of a cron expression, a tab, and a time of UTC. */
public class Verdicts {
    private static final int FIRINGS = 4;

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] columns = line.split("\t");
            System.out.println(columns[0] + "\t" + columns[1] + "\t" + verdict(columns[0], Instant.parse(columns[1] + ":00Z")));
        }
    }

    private static String verdict(String fields, Instant start) {
        CronExpression expression;
        try {
            // Quartz has a field for seconds.
            expression = new CronExpression("0 " + fields);
        } catch (Exception refused) {
            return "refused";
        }
        expression.setTimeZone(TimeZone.getTimeZone("UTC"));
        List<String> firings = new ArrayList<>();
        for (Date next = expression.getNextValidTimeAfter(Date.from(start)); next != null && firings.size() < FIRINGS; next = expression.getNextValidTimeAfter(next)) {
            firings.add(next.toInstant().toString().substring(0, "yyyy-mm-ddThh:mm".length()));
        }
        return String.join(" ", firings);
    }
}
