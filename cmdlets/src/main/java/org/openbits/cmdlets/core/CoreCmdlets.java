package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletRegistry;

/** The list of the general cmdlets. Nothing searches the class path, so that a shell starts quickly. */
public final class CoreCmdlets {

    private static final List<Class<? extends Cmdlet>> ALL = List.of(
            CompareObject.class,
            ForEachObject.class,
            FormatList.class,
            FormatTable.class,
            FormatWide.class,
            GetDate.class,
            GetMember.class,
            GetRandom.class,
            GroupObject.class,
            MeasureObject.class,
            NewGuid.class,
            NewTimeSpan.class,
            OutDefault.class,
            OutFile.class,
            OutHost.class,
            OutNull.class,
            OutString.class,
            SelectObject.class,
            SortObject.class,
            TeeObject.class,
            WhereObject.class);

    private CoreCmdlets() {}

    /** Makes all of them known under their names and aliases. */
    public static void register(CmdletRegistry registry) {
        ALL.forEach(registry::register);
    }
}
