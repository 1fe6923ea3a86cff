package org.openbits.shell.pipeline;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;

/** .NET's CookieContainer: what a conversation has been given to show again. Public because scripts call it by name. */
public final class NetCookies {

    private final CookieManager manager;

    NetCookies(CookieManager manager) {
        this.manager = manager;
    }

    public int getCount() {
        return manager.getCookieStore().getCookies().size();
    }

    /** The cookies that a request to an address would carry. */
    public List<@Nullable Object> getCookies(@Nullable Object address) {
        List<@Nullable Object> cookies = new ArrayList<>();
        manager.getCookieStore().get(URI.create(Conversion.toText(address))).forEach(each -> cookies.add(shown(each)));
        return cookies;
    }

    public List<@Nullable Object> getAllCookies() {
        List<@Nullable Object> cookies = new ArrayList<>();
        manager.getCookieStore().getCookies().forEach(each -> cookies.add(shown(each)));
        return cookies;
    }

    private static CustomObject shown(HttpCookie cookie) {
        return cookie(
                        cookie.getName(),
                        cookie.getValue(),
                        cookie.getPath() == null ? "" : cookie.getPath(),
                        cookie.getDomain() == null ? "" : cookie.getDomain())
                .add("Secure", cookie.getSecure())
                .add("HttpOnly", cookie.isHttpOnly());
    }

    static CustomObject cookie(String name, String value, String path, String domain) {
        return new CustomObject("System.Net.Cookie")
                .add("Name", name)
                .add("Value", value)
                .add("Path", path)
                .add("Domain", domain)
                .told(name + "=" + value);
    }

    /** A cookie that says for whom it is. */
    public void add(Object cookie) {
        String domain = text(cookie, "Domain");
        if (domain.isEmpty()) {
            throw new IllegalArgumentException("The parameter 'cookie.Domain' cannot be an empty string.");
        }
        put(URI.create("http://" + domain.replaceFirst("^\\.", "") + "/"), cookie, domain);
    }

    /** A cookie for an address. */
    public void add(Object address, Object cookie) {
        URI uri = URI.create(Conversion.toText(address));
        put(uri, cookie, text(cookie, "Domain").isEmpty() ? uri.getHost() : text(cookie, "Domain"));
    }

    private void put(URI uri, Object cookie, String domain) {
        HttpCookie made = new HttpCookie(text(cookie, "Name"), text(cookie, "Value"));
        made.setVersion(0);
        made.setDomain(domain);
        made.setPath(text(cookie, "Path").isEmpty() ? "/" : text(cookie, "Path"));
        manager.getCookieStore().add(uri, made);
    }

    /** {@code name=value; Path=/ ...}, as a server would say it. */
    public void setCookies(Object address, String header) {
        URI uri = URI.create(Conversion.toText(address));
        HttpCookie.parse(header).forEach(each -> {
            each.setPath(each.getPath() == null ? "/" : each.getPath());
            manager.getCookieStore().add(uri, each);
        });
    }

    private static String text(Object cookie, String property) {
        return Conversion.toText(Members.getOrNull(cookie, property));
    }

    /** {@code System.Net.Cookie} and {@code System.Net.CookieContainer}. */
    record Type(boolean container) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return container
                    ? new NetCookies(new CookieManager())
                    : cookie(
                            StaticTypes.text(arguments, 0),
                            StaticTypes.text(arguments, 1),
                            StaticTypes.text(arguments, 2),
                            StaticTypes.text(arguments, 3));
        }
    }

    CookieManager manager() {
        return manager;
    }
}
