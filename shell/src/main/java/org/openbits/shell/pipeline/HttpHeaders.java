package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.NetList;

/** The headers of .NET's HttpClient, of its requests and answers. Public because scripts call it by name. */
public final class HttpHeaders {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The lines to send. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        names.forEach((key, name) -> {
            String between = key.equals("user-agent") ? " " : ", ";
            lines.put(name, String.join(between, values.getOrDefault(key, List.of())));
        });
        return lines;
    }

    public void add(String name, @Nullable Object value) {
        String key = name.toLowerCase(Locale.ROOT);
        names.putIfAbsent(key, name);
        List<String> list = values.computeIfAbsent(key, ignored -> new ArrayList<>());
        Conversion.enumerate(value).forEach(each -> list.add(Conversion.toText(each)));
    }

    public boolean tryAddWithoutValidation(String name, @Nullable Object value) {
        add(name, value);
        return true;
    }

    public boolean remove(String name) {
        names.remove(name.toLowerCase(Locale.ROOT));
        return values.remove(name.toLowerCase(Locale.ROOT)) != null;
    }

    public boolean contains(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    public void clear() {
        names.clear();
        values.clear();
    }

    public Object getValues(String name) {
        List<String> found = values.get(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new NetException("System.InvalidOperationException", "The given header was not found.", null);
        }
        return NetList.texts(found);
    }

    private @Nullable String first(String key) {
        List<String> found = values.get(key);
        return found == null || found.isEmpty() ? null : found.get(0);
    }

    /** A header that scripts add to by {@code Add} and {@code ParseAdd}. */
    public static final class Field {
        private final HttpHeaders owner;
        private final String name;

        Field(HttpHeaders owner, String name) {
            this.owner = owner;
            this.name = name;
        }

        public void parseAdd(@Nullable Object value) {
            owner.add(name, value);
        }

        public boolean tryParseAdd(@Nullable Object value) {
            owner.add(name, value);
            return true;
        }

        public void add(@Nullable Object value) {
            owner.add(name, value);
        }

        public void clear() {
            owner.remove(name);
        }

        @Override
        public String toString() {
            return owner.lines().getOrDefault(name, "");
        }
    }

    public Field getUserAgent() {
        return new Field(this, "User-Agent");
    }

    public Field getAccept() {
        return new Field(this, "Accept");
    }

    public Field getAcceptEncoding() {
        return new Field(this, "Accept-Encoding");
    }

    public Field getIfNoneMatch() {
        return new Field(this, "If-None-Match");
    }

    public @Nullable String getAuthorization() {
        return first("authorization");
    }

    public void setAuthorization(@Nullable Object value) {
        set("Authorization", value);
    }

    public @Nullable String getRange() {
        return first("range");
    }

    public void setRange(@Nullable Object value) {
        set("Range", value);
    }

    public void setIfModifiedSince(@Nullable Object value) {
        set("If-Modified-Since", org.openbits.automation.Formats.apply(value, "R"));
    }

    private void set(String name, @Nullable Object value) {
        remove(name);
        if (value != null) {
            add(name, value);
        }
    }

    public @Nullable Object getContentLength() {
        String text = first("content-length");
        return text == null ? null : Conversion.to(Long.class, text);
    }

    public @Nullable Object getContentType() {
        String text = first("content-type");
        return text == null
                ? null
                : new CustomObject("System.Net.Http.Headers.MediaTypeHeaderValue")
                        .add("MediaType", text.split(";", 2)[0].strip())
                        .add("CharSet", charset(text));
    }

    private static @Nullable String charset(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        return at < 0 ? null : type.substring(at + 8).split(";", 2)[0].replace("\"", "");
    }

    public @Nullable Object getLastModified() {
        String text = first("last-modified");
        return text == null ? null : Conversion.to(java.time.ZonedDateTime.class, text);
    }

    /** How long a busy server asks to wait: Delta or Date. */
    public @Nullable Object getRetryAfter() {
        String text = first("retry-after");
        if (text == null) {
            return null;
        }
        boolean seconds = text.strip().matches("\\d{1,9}");
        return new CustomObject("System.Net.Http.Headers.RetryConditionHeaderValue")
                .add("Delta", seconds ? java.time.Duration.ofSeconds(Long.parseLong(text.strip())) : null)
                .add("Date", seconds ? null : Conversion.to(java.time.ZonedDateTime.class, text))
                .told(text);
    }

    /** The names, as WebHeaderCollection lists them. */
    public Object getAllKeys() {
        return NetList.texts(names.values());
    }

    /** All values of a name in one text; null when there is none: the index of WebHeaderCollection. */
    public @Nullable String get(String name) {
        return lines().entrySet().stream()
                .filter(line -> line.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public @Nullable String getServer() {
        return first("server");
    }

    public @Nullable String getETag() {
        return first("etag");
    }

    public @Nullable Object getLocation() {
        String text = first("location");
        return text == null ? null : java.net.URI.create(text);
    }

    /** By name, as an index of a table. */
    public Object toTable() {
        HashTable table = new HashTable(true);
        lines().forEach(table::put);
        return table;
    }
}
