package org.openbits.shell.pipeline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;

/** .NET's WebProxy, which also stands for the system's proxy: then without an address. Public because scripts call it by name. */
public final class NetProxy implements NetNamed {

    private @Nullable URI address;
    private boolean bypassProxyOnLocal;
    private Object bypassList = new ArrayList<>();
    private @Nullable Object credentials;
    private boolean useDefaultCredentials;

    NetProxy(@Nullable URI address) {
        this.address = address;
    }

    /** From {@code (address)}, {@code (host, port)}, or nothing. */
    static NetProxy of(List<@Nullable Object> arguments) {
        String text = StaticTypes.text(arguments, 0);
        boolean port = arguments.size() > 1 && arguments.get(1) instanceof Number;
        String whole = text.isEmpty() || text.contains("://") ? text : "http://" + text;
        NetProxy proxy = new NetProxy(
                whole.isEmpty() ? null : URI.create(whole + (port ? ":" + StaticTypes.text(arguments, 1) : "")));
        proxy.bypassProxyOnLocal = arguments.size() > 1 && Boolean.TRUE.equals(arguments.get(1));
        return proxy;
    }

    public @Nullable URI getAddress() {
        return address;
    }

    public void setAddress(@Nullable Object value) {
        address = value == null ? null : Conversion.to(URI.class, value);
    }

    public boolean isBypassProxyOnLocal() {
        return bypassProxyOnLocal;
    }

    public void setBypassProxyOnLocal(boolean value) {
        bypassProxyOnLocal = value;
    }

    public Object getBypassList() {
        return bypassList;
    }

    public void setBypassList(Object value) {
        bypassList = value;
    }

    public @Nullable Object getCredentials() {
        return credentials;
    }

    public void setCredentials(@Nullable Object value) {
        credentials = value;
    }

    public boolean isUseDefaultCredentials() {
        return useDefaultCredentials;
    }

    public void setUseDefaultCredentials(boolean value) {
        useDefaultCredentials = value;
    }

    /** Whether a request to the address goes there directly. */
    public boolean isBypassed(@Nullable Object destination) {
        return address == null || bypassProxyOnLocal && isLocal(destination);
    }

    /** Where a request to the address is sent: the proxy, or the address itself. */
    public @Nullable Object getProxy(@Nullable Object destination) {
        return isBypassed(destination) ? Conversion.to(URI.class, destination) : address;
    }

    private static boolean isLocal(@Nullable Object destination) {
        URI uri = Conversion.to(URI.class, destination);
        String host = uri == null ? null : uri.getHost();
        return host != null && (!host.contains(".") || host.startsWith("127."));
    }

    @Override
    public String netName() {
        return "System.Net.WebProxy";
    }

    @Override
    public String toString() {
        return netName();
    }
}
