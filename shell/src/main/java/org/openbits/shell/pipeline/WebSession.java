package org.openbits.shell.pipeline;

import java.net.CookieManager;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.HashTable;

/** What requests of one conversation share: cookies and headers. Public because scripts read it. */
public final class WebSession {

    private NetCookies cookies = new NetCookies(new CookieManager());
    private final HashTable headers = new HashTable();
    private @Nullable String userAgent;

    CookieManager cookies() {
        return cookies.manager();
    }

    public NetCookies getCookies() {
        return cookies;
    }

    public void setCookies(NetCookies container) {
        cookies = container;
    }

    public HashTable getHeaders() {
        return headers;
    }

    public @Nullable String getUserAgent() {
        return userAgent;
    }

    public void setUserAgent(@Nullable String value) {
        userAgent = value;
    }
}
