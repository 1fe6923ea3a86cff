package org.openbits.shell.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.shell.language.Lexeme;
import org.openbits.shell.language.Lexeme.Kind;
import org.openbits.shell.language.Parser;

/**
 * What stands before the cursor and what it is part of. Pure.
 *
 * @param what what is being typed
 * @param word it, as typed so far, with an opening quote
 * @param start where it begins
 * @param command the command it is an argument of; null when it is none
 * @param parameter the parameter, without dash, that it could be the value of; null when no parameter precedes it
 * @param given the parameters, without dash, that the command has already
 * @param position how many values without a parameter stand before it
 */
record CompletionSite(
        What what,
        String word,
        int start,
        @Nullable String command,
        @Nullable String parameter,
        List<String> given,
        int position) {

    /** The kinds of words. */
    enum What {
        COMMAND,
        PARAMETER,
        VALUE,
        VARIABLE,
        MEMBER
    }

    /** The site at the end of a text. */
    static CompletionSite of(String text) {
        return new Finder(text).find();
    }

    /** Walks over the lexemes, keeping the command that a word at this place would belong to. */
    private static final class Finder {

        private final String text;
        private final List<Lexeme> lexemes;
        private final Deque<Frame> outer = new ArrayDeque<>();
        private Frame frame = new Frame();

        Finder(String text) {
            this.text = text;
            this.lexemes = distinct(Parser.lexemes(text));
        }

        CompletionSite find() {
            int start = wordStart();
            int at = 0;
            for (Lexeme lexeme : lexemes) {
                if (lexeme.start() >= start) {
                    break;
                }
                between(at, lexeme.start());
                frame.add(lexeme, text);
                at = Math.min(lexeme.end(), start);
            }
            between(at, start);
            return site(start);
        }

        /** The touching lexemes at the end are the word; without any, what follows the last blank or open quote. */
        private int wordStart() {
            int start = text.length();
            int covered = 0;
            for (int i = lexemes.size() - 1; i >= 0 && lexemes.get(i).end() == start && start > 0; i--) {
                Lexeme lexeme = lexemes.get(i);
                if (lexeme.kind() == Kind.OPERATOR || lexeme.kind() == Kind.COMMENT) {
                    return start;
                }
                start = lexeme.start();
                if (lexeme.kind() == Kind.MEMBER || lexeme.kind() == Kind.COMMAND || isColon(start)) {
                    return start;
                }
            }
            if (start < text.length()) {
                return start;
            }
            if (!lexemes.isEmpty()) {
                covered = lexemes.get(lexemes.size() - 1).end();
            }
            int quote = openQuote(covered);
            if (quote >= 0) {
                return quote;
            }
            while (start > covered && " \t\n|;(){},=.:".indexOf(text.charAt(start - 1)) < 0) {
                start--;
            }
            return start;
        }

        private boolean isColon(int offset) {
            return offset > 0 && text.charAt(offset - 1) == ':';
        }

        private int openQuote(int from) {
            for (int i = from; i < text.length(); i++) {
                if (text.charAt(i) == '\'' || text.charAt(i) == '"') {
                    return i;
                }
            }
            return -1;
        }

        /** The signs between two lexemes: brackets nest, separators end a command. */
        private void between(int from, int to) {
            for (int i = from; i < to; i++) {
                switch (text.charAt(i)) {
                    case '(', '{', '[' -> {
                        outer.push(frame);
                        frame = new Frame();
                    }
                    case ')', '}', ']' -> {
                        frame = outer.isEmpty() ? new Frame() : outer.pop();
                        frame.value();
                    }
                    case '|', ';', '\n' -> frame = new Frame();
                    case ',' -> frame.comma();
                    default -> {
                        // Blanks and signs that change nothing.
                    }
                }
            }
        }

        private CompletionSite site(int start) {
            String word = text.substring(start);
            CompletionSite.What what = CompletionSite.What.VALUE;
            if (word.startsWith("$") && !word.contains("(") && !word.contains("/")) {
                what = CompletionSite.What.VARIABLE;
            } else if (start > 0 && text.charAt(start - 1) == '.' && frame.command == null) {
                what = CompletionSite.What.MEMBER;
            } else if (frame.command == null) {
                what = CompletionSite.What.COMMAND;
            } else if (word.startsWith("-")) {
                what = CompletionSite.What.PARAMETER;
            }
            return new CompletionSite(
                    what, word, start, frame.command, frame.parameter, List.copyOf(frame.given), frame.position);
        }

        /** A command is painted as a word too: the later kind counts. */
        private static List<Lexeme> distinct(List<Lexeme> lexemes) {
            List<Lexeme> kept = new ArrayList<>();
            for (Lexeme lexeme : lexemes) {
                if (!kept.isEmpty() && kept.get(kept.size() - 1).start() >= lexeme.start()) {
                    kept.remove(kept.size() - 1);
                }
                kept.add(lexeme);
            }
            return kept;
        }
    }

    /** The command being read at one depth of brackets. */
    private static final class Frame {

        private @Nullable String command;
        private @Nullable String parameter;
        private final List<String> given = new ArrayList<>();
        private int position;
        private boolean inList;

        void add(Lexeme lexeme, String text) {
            String word = text.substring(lexeme.start(), Math.min(lexeme.end(), text.length()));
            switch (lexeme.kind()) {
                case COMMAND -> {
                    command = word;
                    parameter = null;
                    given.clear();
                    position = 0;
                }
                case PARAMETER -> {
                    String name = word.substring(1);
                    parameter = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
                    given.add(parameter);
                }
                case OPERATOR -> operator(word);
                default -> value();
            }
        }

        private void operator(String sign) {
            if (sign.equals("|") || sign.equals("=") || sign.equals("&&") || sign.equals("||")) {
                command = null;
                parameter = null;
            }
        }

        /** A value ends its parameter, unless a comma follows. */
        void value() {
            if (!inList && parameter == null) {
                position++;
            }
            inList = false;
            lastParameter = parameter;
            parameter = null;
        }

        private @Nullable String lastParameter;

        void comma() {
            inList = true;
            parameter = lastParameter;
            if (parameter == null) {
                position = Math.max(0, position - 1);
            }
        }
    }
}
