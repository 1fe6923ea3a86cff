package org.openbits.internal.admin;

import java.util.ArrayList;
import java.util.List;

/** Bytes in the classic form: offset, sixteen bytes, and what of them is text. */
final class HexDump {

    private static final int WIDTH = 16;

    private HexDump() {}

    static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += WIDTH) {
            StringBuilder line = new StringBuilder(String.format("%08x ", start));
            StringBuilder text = new StringBuilder();
            for (int i = start; i < start + WIDTH; i++) {
                boolean there = i < bytes.length;
                line.append(there ? String.format(" %02x", bytes[i]) : "   ");
                text.append(!there ? "" : bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            lines.add(line.append("  ").append(text).toString());
        }
        return lines;
    }
}
