package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modules that are files of scripts. */
public interface ModuleFiles {

    /**
     * How a module is to be loaded.
     *
     * @param again loads one that is loaded already, too
     * @param arguments what the module's script is given
     * @param prefix what stands before the nouns of its functions; empty for nothing
     * @param functions which of its functions are made known
     * @param keepsKnown leaves functions alone that are known already
     */
    record Loading(
            boolean again,
            List<@Nullable Object> arguments,
            String prefix,
            List<String> functions,
            boolean keepsKnown) {}

    /**
     * Loads a module: a {@code .psm1}, {@code .psd1} or {@code .ps1} file, a directory that holds one of its own name, or a
     * name that is looked for in the directories of PSModulePath. One that is loaded already is not loaded again.
     *
     * @return the module, or null when there is no such file
     * @throws CmdletException when it cannot be read
     */
    @Nullable
    ModuleItem load(String name, Loading how);

    /** The loaded ones. */
    List<ModuleItem> loaded();

    /** Takes the functions of a module away; false when none of that name is loaded. */
    boolean remove(String name);
}
