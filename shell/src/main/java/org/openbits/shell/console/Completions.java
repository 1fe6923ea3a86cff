package org.openbits.shell.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CommonParameters;
import org.openbits.automation.Members;
import org.openbits.automation.ParameterInfo;
import org.openbits.shell.pipeline.ShellSession;

/** What could stand at the cursor: read from the metadata of the commands, the jobs, the variables and the file system. */
final class Completions {

    private static final List<String> JOB_PARAMETERS = List.of("bitsjob", "jobid", "id", "name", "job");

    private final ShellSession session;
    private final Supplier<List<JobHint>> jobs;

    /** @param jobs the user's jobs, none when the queue cannot be asked */
    Completions(ShellSession session, Supplier<List<JobHint>> jobs) {
        this.session = session;
        this.jobs = jobs;
    }

    /** What fits, not filtered by what is typed already except where that keeps the list short. */
    List<Suggestion> at(CompletionSite site) {
        return switch (site.what()) {
            case COMMAND -> looksLikePath(site.word()) ? paths(site) : commands();
            case PARAMETER -> parameters(site);
            case VARIABLE -> variables();
            case MEMBER -> List.of();
            case VALUE -> values(site);
        };
    }

    /** The properties of the value of a variable: what may follow {@code $job.}. */
    List<Suggestion> members(String variable) {
        List<Suggestion> found = new ArrayList<>();
        Object value = session.variables().get(variable);
        for (String name : Members.names(value)) {
            found.add(new Suggestion(name, "property of $" + variable));
        }
        return found;
    }

    /**
     * What the parameter at the site wants, or how the command is called; empty when nothing is known of it.
     */
    String hint(CompletionSite site) {
        CmdletInfo info = find(site);
        if (info == null || site.what() == CompletionSite.What.COMMAND) {
            return "";
        }
        ParameterInfo parameter = site.what() == CompletionSite.What.PARAMETER
                ? unique(info, site.word().substring(1))
                : valueParameter(info, site);
        if (parameter == null) {
            return info.name() + ": " + (info.synopsis().isEmpty() ? names(info) : info.synopsis());
        }
        String type = parameter.isSwitch() ? "" : " <" + parameter.typeName() + ">";
        String values = parameter.values().isEmpty() ? "" : " One of " + String.join(", ", parameter.values()) + ".";
        String text = parameter.help() + values;
        return "-" + parameter.name() + type + (text.isEmpty() ? "" : ": " + text.strip());
    }

    /** {@code -Path -Force}: all there is to say of a function. */
    private static String names(CmdletInfo info) {
        return info.parameters().stream().map(each -> "-" + each.name()).collect(Collectors.joining(" "));
    }

    private List<Suggestion> commands() {
        List<Suggestion> found = new ArrayList<>();
        for (CmdletInfo info : session.commands().all()) {
            found.add(new Suggestion(info.name(), info.synopsis()));
        }
        session.commands().aliases().forEach((alias, name) -> found.add(new Suggestion(alias, "alias of " + name)));
        for (String function : session.functions()) {
            found.add(new Suggestion(function, "function"));
        }
        return found;
    }

    private List<Suggestion> parameters(CompletionSite site) {
        List<Suggestion> found = new ArrayList<>();
        CmdletInfo info = find(site);
        if (info == null) {
            return found;
        }
        for (ParameterInfo parameter : info.parameters()) {
            if (isFree(parameter, site)) {
                found.add(suggestion(parameter));
            }
        }
        for (ParameterInfo parameter : CommonParameters.of(info)) {
            if (isFree(parameter, site)) {
                found.add(suggestion(parameter).last());
            }
        }
        return found;
    }

    private static boolean isFree(ParameterInfo parameter, CompletionSite site) {
        return site.given().stream().noneMatch(parameter::isNamed);
    }

    private static Suggestion suggestion(ParameterInfo parameter) {
        String type = parameter.isSwitch() ? "" : "<" + parameter.typeName() + "> ";
        return new Suggestion("-" + parameter.name(), (type + parameter.help()).strip());
    }

    private List<Suggestion> values(CompletionSite site) {
        CmdletInfo info = find(site);
        ParameterInfo parameter = info == null ? null : valueParameter(info, site);
        if (parameter == null) {
            return paths(site);
        }
        List<Suggestion> found = new ArrayList<>();
        for (String value : parameter.values()) {
            found.add(new Suggestion(value, "value of -" + parameter.name()));
        }
        Object[] constants = parameter.type().type().getEnumConstants();
        if (found.isEmpty() && constants != null) {
            for (Object constant : constants) {
                found.add(new Suggestion(constant.toString(), "value of -" + parameter.name()));
            }
        }
        if (info != null && takesJobs(info, parameter)) {
            addJobs(found, parameter);
        }
        return found.isEmpty() ? paths(site) : found;
    }

    /** The parameter a value at the site would go to: the one named before it, else the one of its position. */
    private static @Nullable ParameterInfo valueParameter(CmdletInfo info, CompletionSite site) {
        String named = site.parameter();
        if (named != null) {
            ParameterInfo found = unique(info, named);
            if (found == null || !found.isSwitch()) {
                return found;
            }
        }
        for (ParameterInfo parameter : info.parameters()) {
            for (ParameterInfo.Place place : parameter.sets().values()) {
                if (place.position() == site.position()) {
                    return parameter;
                }
            }
        }
        return null;
    }

    private static @Nullable ParameterInfo unique(CmdletInfo info, String prefix) {
        ParameterInfo exact = info.parameter(prefix);
        ParameterInfo found = null;
        for (ParameterInfo parameter : info.parameters()) {
            if (exact == null && parameter.startsWith(prefix)) {
                if (found != null) {
                    return null;
                }
                found = parameter;
            }
        }
        return exact == null ? found : exact;
    }

    private static boolean takesJobs(CmdletInfo info, ParameterInfo parameter) {
        return (info.noun().equalsIgnoreCase("BitsTransfer") || info.noun().equalsIgnoreCase("BitsFile"))
                && JOB_PARAMETERS.contains(parameter.name().toLowerCase(Locale.ROOT));
    }

    private void addJobs(List<Suggestion> found, ParameterInfo parameter) {
        boolean byName = !parameter.name().toLowerCase(Locale.ROOT).contains("id");
        boolean byId = !parameter.name().equalsIgnoreCase("Name");
        for (JobHint job : jobs.get()) {
            if (byName) {
                found.add(new Suggestion(job.name(), job.state()));
            }
            if (byId) {
                found.add(new Suggestion(job.id(), job.name() + ", " + job.state()));
            }
        }
    }

    private List<Suggestion> variables() {
        List<Suggestion> found = new ArrayList<>();
        session.variables().forEach((name, value) -> found.add(new Suggestion("$" + name, Members.typeName(value))));
        return found;
    }

    private List<Suggestion> paths(CompletionSite site) {
        return PathNames.of(session.currentDirectory(), Quoting.unquoted(site.word()));
    }

    private static boolean looksLikePath(String word) {
        return word.contains("/") || word.startsWith(".") || word.startsWith("~");
    }

    private @Nullable CmdletInfo find(CompletionSite site) {
        String command = site.command();
        return command == null ? null : session.describe(command);
    }
}
