package org.openbits.cmdlets;

import java.util.Locale;

/** How names of the API are written in the cmdlets. */
final class Spelling {

    private Spelling() {}

    /** {@code UPLOAD_REPLY} becomes {@code UploadReply}. */
    static String camel(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.split("_")) {
            text.append(word, 0, Math.min(1, word.length()))
                    .append(word.substring(Math.min(1, word.length())).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }
}
