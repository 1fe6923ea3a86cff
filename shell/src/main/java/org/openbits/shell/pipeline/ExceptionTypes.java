package org.openbits.shell.pipeline;

import org.openbits.automation.ConversionException;
import org.openbits.automation.Members;
import org.openbits.shell.language.TypeName;

/** Which .NET types an exception counts as, for typed {@code catch} and {@code -is}. */
final class ExceptionTypes {

    private ExceptionTypes() {}

    /** Whether an exception is of a .NET type, by the names of its Java relatives. */
    static boolean isOf(TypeName type, Throwable cause) {
        String key = Types.key(type);
        if (key.equals("exception") || key.equals("systemexception")) {
            return true;
        }
        if (cause instanceof ScriptException own) {
            return own.instance().type().isA(type.name());
        }
        if (cause instanceof NetException made) {
            return Types.key(made.typeName()).equals(key);
        }
        String simple = key.substring(key.lastIndexOf('.') + 1);
        String own = Types.key(Members.typeName(cause));
        if (own.substring(own.lastIndexOf('.') + 1).equals(simple)
                || simple.equals("parameterbindingexception") && own.startsWith("parameterbinding")) {
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
}
