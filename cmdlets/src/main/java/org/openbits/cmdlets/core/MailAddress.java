package org.openbits.cmdlets.core;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a message is from or for: {@code Ann <ann@example.com>} or the address alone.
 *
 * @param name empty when there is none
 */
record MailAddress(String name, String address) {

    private static final Pattern FORM = Pattern.compile("(?:\"?([^\"<>]*?)\"?\\s*<)?([^\\s<>@,;\"]+@[^\\s<>@,;\"]+)>?");

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is none; nothing with a line end in it is one
     */
    static MailAddress of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches() || !hasOneLine(text)) {
            throw new IllegalArgumentException(
                    "The specified string is not in the form required for an e-mail address: '"
                            + text.replaceAll("[\\r\\n]", " ") + "'.");
        }
        return new MailAddress(parts.group(1) == null ? "" : parts.group(1).strip(), parts.group(2));
    }

    static boolean hasOneLine(String text) {
        return text.chars().noneMatch(each -> each < ' ' && each != '\t' || each == 0x7F);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 128);
    }

    /** As a header shows it. */
    String header() {
        if (name.isEmpty()) {
            return address;
        }
        return (isAscii(name) ? '"' + name.replace("\\", "\\\\") + '"' : encoded(name)) + " <" + address + ">";
    }

    /** A text of a header in encoded words (RFC 2047), each at most 75 letters long; plain when it is ASCII. */
    static String encoded(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String next = Character.toString(point);
            if ((part + next).getBytes(StandardCharsets.UTF_8).length > 45) {
                words.append(word(part.toString())).append("\r\n ");
                part.setLength(0);
            }
            part.append(next);
        }
        return words.append(word(part.toString())).toString();
    }

    private static String word(String part) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
