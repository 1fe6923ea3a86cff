package org.openbits.cmdlets.core.display;

/**
 * Each object as its text on lines of its own: strings, numbers, dates.
 *
 * @param isFramed whether blank lines stand around them, as around dates
 */
record LineView(boolean isFramed) implements View {

    static final LineView PLAIN = new LineView(false);
    static final LineView FRAMED = new LineView(true);

    @Override
    public boolean namesNoProperty() {
        return false;
    }

    @Override
    public Section open(Page page) {
        return new Section() {
            @Override
            public void add(Object value) {
                for (String line : ValueText.line(value).split("\r?\n", -1)) {
                    page.line(line);
                }
            }

            @Override
            public void aside(String line) {
                page.line(line);
            }

            @Override
            public void flush() {}
        };
    }
}
