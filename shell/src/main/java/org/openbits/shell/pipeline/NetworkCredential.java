package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.PSCredential;
import org.openbits.automation.SecureText;
import org.openbits.automation.Shaped;

/** .NET's NetworkCredential: an account whose secret is given in the clear to a script that asks for it by its name. */
final class NetworkCredential implements Shaped {

    private final PSCredential account;

    NetworkCredential(PSCredential account) {
        this.account = account;
    }

    /** The account that a value is, in whichever of the two forms; null when it is none. */
    static @Nullable PSCredential account(@Nullable Object value) {
        return value instanceof NetworkCredential network
                ? network.account
                : value instanceof PSCredential credential ? credential : null;
    }

    @Override
    public String typeName() {
        return "System.Net.NetworkCredential";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("UserName", "Password", "SecurePassword", "Domain");
    }

    @Override
    public @Nullable Object property(String name) {
        int slash = account.userName().indexOf('\\');
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "username" -> account.userName().substring(slash + 1);
            case "password" -> new String(account.password().reveal());
            case "securepassword" -> account.password();
            case "domain" -> slash < 0 ? "" : account.userName().substring(0, slash);
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        return typeName();
    }

    /** {@code New-Object Net.NetworkCredential user, secret, domain}. */
    static final class Type implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() < 2) {
                return MISSING;
            }
            String domain = StaticTypes.text(arguments, 2);
            String user = (domain.isEmpty() ? "" : domain + "\\") + StaticTypes.text(arguments, 0);
            SecureText password = arguments.get(1) instanceof SecureText secret
                    ? secret
                    : new SecureText(StaticTypes.text(arguments, 1).toCharArray());
            return new NetworkCredential(new PSCredential(user, password));
        }
    }
}
