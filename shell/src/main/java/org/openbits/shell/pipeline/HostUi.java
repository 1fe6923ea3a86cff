package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Host;
import org.openbits.automation.SecureText;

/** {@code $Host.UI}: lines to the people and questions. Public because scripts call it by name. */
public final class HostUi {

    private final Engine engine;
    private final Object raw;

    HostUi(Engine engine, Object raw) {
        this.engine = engine;
        this.raw = raw;
    }

    public Object getRawUI() {
        return raw;
    }

    public void writeLine() {
        writeLine("");
    }

    public void writeLine(@Nullable Object text) {
        engine.host().out().println(Conversion.toText(text));
        engine.host().out().flush();
    }

    /** Colours are for terminals that paint them; the text is what counts. */
    public void writeLine(@Nullable Object foreground, @Nullable Object background, @Nullable Object text) {
        writeLine(text);
    }

    public void write(@Nullable Object text) {
        engine.host().out().print(Conversion.toText(text));
        engine.host().out().flush();
    }

    public void write(@Nullable Object foreground, @Nullable Object background, @Nullable Object text) {
        write(text);
    }

    public void writeErrorLine(@Nullable Object text) {
        message("", text);
    }

    public void writeWarningLine(@Nullable Object text) {
        message("WARNING: ", text);
    }

    public void writeVerboseLine(@Nullable Object text) {
        message("VERBOSE: ", text);
    }

    public void writeDebugLine(@Nullable Object text) {
        message("DEBUG: ", text);
    }

    private void message(String prefix, @Nullable Object text) {
        engine.host().err().println(prefix + Conversion.toText(text));
        engine.host().err().flush();
    }

    public @Nullable String readLine() {
        return engine.host().readLine("");
    }

    public @Nullable Object readLineAsSecureString() {
        char[] secret = engine.host().readSecret("");
        return secret == null ? null : new SecureText(secret);
    }

    /** Asks which of the choices; the default where nobody can be asked. */
    public int promptForChoice(@Nullable Object caption, @Nullable Object message, Object choices, int defaultChoice) {
        Host host = engine.host();
        if (!host.isInteractive()) {
            return defaultChoice;
        }
        List<String> labels =
                Conversion.enumerate(choices).stream().map(Conversion::toText).toList();
        writeLine(caption);
        writeLine(message);
        StringBuilder line = new StringBuilder();
        for (String label : labels) {
            line.append('[')
                    .append(key(label))
                    .append("] ")
                    .append(label.replace("&", ""))
                    .append("  ");
        }
        while (true) {
            String answer = host.readLine(line.toString());
            if (answer == null || answer.isBlank()) {
                return defaultChoice;
            }
            for (int index = 0; index < labels.size(); index++) {
                String label = labels.get(index);
                if (key(label).equalsIgnoreCase(answer.strip())
                        || label.replace("&", "").equalsIgnoreCase(answer.strip())) {
                    return index;
                }
            }
        }
    }

    /** The letter after the ampersand. */
    private static String key(String label) {
        int mark = label.indexOf('&');
        return mark < 0 || mark + 1 >= label.length()
                ? label
                : label.substring(mark + 1, mark + 2).toUpperCase(Locale.ROOT);
    }

    /**
     * .NET's ChoiceDescription. Public because scripts call it by name.
     *
     * @param label what is shown, an ampersand before its letter
     * @param helpMessage what it means
     */
    public record ChoiceDescription(String label, String helpMessage) {
        @Override
        public String toString() {
            return label;
        }
    }

    /** {@code [System.Management.Automation.Host.ChoiceDescription]}. */
    record Type() implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new ChoiceDescription(StaticTypes.text(arguments, 0), StaticTypes.text(arguments, 1));
        }
    }
}
