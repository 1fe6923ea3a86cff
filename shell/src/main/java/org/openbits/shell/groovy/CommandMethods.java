package org.openbits.shell.groovy;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobId;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.HashTable;
import org.openbits.automation.Shaped;
import org.openbits.automation.Suggestion;
import org.openbits.shell.pipeline.ShellSession;

/** Calls commands for Groovy: named arguments become parameters, a closure a script block, a failure an exception. */
final class CommandMethods {

    private final ShellSession session;

    CommandMethods(ShellSession session) {
        this.session = session;
    }

    boolean has(String method) {
        return find(method) != null || function(method) != null;
    }

    /**
     * Calls the command of that method name.
     *
     * @throws BitsException when it fails, unless the arguments say {@code errorAction: 'Continue'}
     */
    @Nullable
    Object call(String method, Object[] arguments) {
        CmdletInfo info = find(method);
        String name = info == null ? function(method) : info.name();
        List<Argument> words = new ArrayList<>();
        boolean stops = info != null;
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> named && argument == arguments[0]) {
                for (Map.Entry<?, ?> entry : named.entrySet()) {
                    String parameter = String.valueOf(entry.getKey());
                    stops &= !isErrorAction(parameter);
                    words.add(Argument.named(parameter, value(entry.getValue()), -1));
                }
            } else {
                words.add(Argument.value(value(argument), -1));
            }
        }
        if (stops) {
            words.add(Argument.named("ErrorAction", "Stop", -1));
        }
        try {
            List<@Nullable Object> results = session.call(String.valueOf(name), words, null);
            return Yield.of(String.valueOf(name), words, results);
        } catch (CmdletException failure) {
            throw asBitsException(failure);
        }
    }

    /** The method whose name is most like a wrong one; null when none is. */
    @Nullable
    String nearest(String wrong) {
        List<String> methods = new ArrayList<>();
        session.commands().names().forEach(name -> methods.add(methodName(name)));
        return Suggestion.nearest(wrong, methods);
    }

    private @Nullable CmdletInfo find(String method) {
        for (String name : session.commands().names()) {
            if (method.equals(methodName(name))) {
                return session.commands().find(name);
            }
        }
        return session.commands().find(method);
    }

    private @Nullable String function(String method) {
        for (String function : session.functions()) {
            if (function.equalsIgnoreCase(method) || method.equals(methodName(function))) {
                return function;
            }
        }
        return null;
    }

    /** {@code Start-BitsTransfer} is {@code startBitsTransfer}. */
    static String methodName(String command) {
        String joined = command.replace("-", "");
        return joined.isEmpty() ? joined : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    private static boolean isErrorAction(String parameter) {
        return parameter.equalsIgnoreCase("errorAction") || parameter.equalsIgnoreCase("ea");
    }

    /** Groovy's own kinds of values as the session's. */
    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof GString text) {
            return text.toString();
        }
        if (value instanceof Closure<?> closure) {
            return new ClosureBlock(closure, closure.toString());
        }
        if (value instanceof java.io.File || value instanceof java.nio.file.Path) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map && !(value instanceof HashTable)) {
            HashTable table = new HashTable();
            map.forEach((key, entry) -> table.put(String.valueOf(key), value(entry)));
            return table;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> converted = new ArrayList<>(list.size());
            for (Object element : list) {
                converted.add(value(element));
            }
            return converted;
        }
        return value;
    }

    /** The code is that of the failure when it has one; else the arguments were wrong. */
    private static BitsException asBitsException(CmdletException failure) {
        ErrorRecord record = failure.record();
        for (Throwable cause = record.exception(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Shaped shaped
                    && shaped.propertyNames().contains("HResult")
                    && shaped.property("HResult") instanceof Number number) {
                ErrorCode code = ErrorCode.of(number.intValue());
                return new BitsException(
                        code, ErrorContext.GENERAL_QUEUE_MANAGER, record.message(), job(record.target()), failure);
            }
            if (cause instanceof BitsException known) {
                return known;
            }
        }
        return new BitsException(
                ErrorCode.E_INVALIDARG, record.message() + " (" + record.fullyQualifiedErrorId() + ")", failure);
    }

    private static @Nullable JobId job(@Nullable Object target) {
        return target instanceof Shaped shaped && shaped.propertyNames().contains("JobId")
                ? JobId.parse(String.valueOf(shaped.property("JobId")))
                : null;
    }
}
