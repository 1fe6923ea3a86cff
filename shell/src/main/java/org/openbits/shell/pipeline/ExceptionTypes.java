package org.openbits.shell.pipeline;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openbits.automation.ConversionException;
import org.openbits.automation.Members;
import org.openbits.shell.language.TypeName;

/** Which .NET types an exception counts as, for typed {@code catch} and {@code -is}. */
final class ExceptionTypes {

    /** What a .NET exception inherits from, by simple names; what is missing here inherits from Exception alone. */
    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("filenotfoundexception", "ioexception"),
            Map.entry("directorynotfoundexception", "ioexception"),
            Map.entry("drivenotfoundexception", "ioexception"),
            Map.entry("endofstreamexception", "ioexception"),
            Map.entry("pathtoolongexception", "ioexception"),
            Map.entry("argumentnullexception", "argumentexception"),
            Map.entry("argumentoutofrangeexception", "argumentexception"),
            Map.entry("objectdisposedexception", "invalidoperationexception"),
            Map.entry("webexception", "invalidoperationexception"),
            Map.entry("dividebyzeroexception", "arithmeticexception"),
            Map.entry("overflowexception", "arithmeticexception"),
            Map.entry("uriformatexception", "formatexception"),
            Map.entry("platformnotsupportedexception", "notsupportedexception"),
            Map.entry("taskcanceledexception", "operationcanceledexception"),
            Map.entry("socketexception", "win32exception"),
            Map.entry("win32exception", "externalexception"),
            Map.entry("comexception", "externalexception"),
            Map.entry("psinvalidcastexception", "invalidcastexception"),
            Map.entry("commandnotfoundexception", "runtimeexception"),
            Map.entry("itemnotfoundexception", "sessionstateexception"),
            Map.entry("sessionstateexception", "runtimeexception"));

    private ExceptionTypes() {}

    /** Whether a .NET exception is or inherits from another, by their simple names. */
    static boolean inherits(String from, String base) {
        String wanted = base.toLowerCase(Locale.ROOT);
        String own = simple(from.toLowerCase(Locale.ROOT));
        for (String each = own; each != null; each = BASES.get(each)) {
            if (each.equals(wanted)) {
                return true;
            }
        }
        return wanted.equals("exception")
                || wanted.equals("systemexception")
                        && !Set.of("exception", "applicationexception", "httprequestexception")
                                .contains(own);
    }

    /** Whether an exception is of a .NET type, by the names of its Java relatives. */
    static boolean isOf(TypeName type, Throwable cause) {
        String key = Types.key(type);
        if (key.equals("exception") || key.equals("systemexception")) {
            return true;
        }
        if (cause instanceof ScriptException own) {
            return own.instance().type().isA(type.name());
        }
        String simple = simple(key);
        String own = simple(Types.key(Members.typeName(cause)));
        for (String each = own; each != null; each = BASES.get(each)) {
            if (each.equals(simple)) {
                return true;
            }
        }
        if (cause instanceof NetException) {
            return false;
        }
        if (simple.equals("parameterbindingexception") && own.startsWith("parameterbinding")) {
            return true;
        }
        for (Class<?> each = cause.getClass(); each != null; each = each.getSuperclass()) {
            if (each.getSimpleName().equalsIgnoreCase(simple)) {
                return true;
            }
        }
        return switch (simple) {
            case "runtimeexception" -> cause instanceof RuntimeFailure;
            case "dividebyzeroexception" -> cause instanceof ArithmeticException;
            case "filenotfoundexception" -> cause instanceof java.nio.file.NoSuchFileException;
            case "unauthorizedaccessexception" -> cause instanceof java.nio.file.AccessDeniedException;
            case "formatexception", "psinvalidcastexception", "invalidcastexception" ->
                cause instanceof ConversionException;
            case "webexception", "httpresponseexception", "httprequestexception" ->
                cause instanceof WebFailure || cause.getClass().getSimpleName().equals("BitsException");
            case "comexception" -> cause.getClass().getSimpleName().equals("BitsException");
            case "argumentoutofrangeexception", "indexoutofrangeexception" ->
                cause instanceof IndexOutOfBoundsException;
            case "argumentexception" -> cause instanceof IllegalArgumentException;
            default -> false;
        };
    }

    private static String simple(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
