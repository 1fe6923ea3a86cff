package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.Notes;

/** The names of an object's types, its own first. What a script puts before them names the object itself. */
final class TypeNameList extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1L;

    private final transient Object target;

    TypeNameList(Object target) {
        this.target = target;
        super.addAll(Members.typeNames(target));
    }

    @Override
    public boolean add(@Nullable Object name) {
        return said(super.add(name));
    }

    @Override
    public void add(int index, @Nullable Object name) {
        super.add(index, name);
        said(true);
    }

    @Override
    public boolean remove(@Nullable Object name) {
        return said(super.remove(name));
    }

    @Override
    public @Nullable Object remove(int index) {
        Object removed = super.remove(index);
        said(true);
        return removed;
    }

    @Override
    public void clear() {
        super.clear();
        said(true);
    }

    /** The names are the object's from now on. */
    private boolean said(boolean changed) {
        List<String> names = new ArrayList<>();
        forEach(each -> names.add(Conversion.toText(each)));
        if (target instanceof CustomObject object) {
            object.retype(names);
        } else {
            names.removeAll(Members.typeNames(target));
            Notes.open(target).retype(names);
        }
        return changed;
    }
}
