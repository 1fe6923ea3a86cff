package org.openbits.automation;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands of a session, by name and alias; case does not matter. Confined to the session's thread. */
public final class CmdletRegistry {

    private final Map<String, CmdletInfo> commands = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();

    /** Adds a command and its aliases; one of the same name is replaced. */
    public void register(CmdletInfo info) {
        commands.put(key(info.name()), info);
        for (String alias : info.aliases()) {
            aliases.put(key(alias), info.name());
        }
    }

    /** Adds the command of an annotated class. */
    public void register(Class<? extends Cmdlet> type) {
        register(CmdletInfo.of(type));
    }

    /** Takes a command away. */
    public void remove(String name) {
        commands.remove(key(name));
    }

    /** The command of that name, alias or {@code Module\Name}; null when there is none. */
    public @Nullable CmdletInfo find(String name) {
        String bare = name.substring(name.lastIndexOf('\\') + 1);
        String target = aliases.get(key(bare));
        return commands.get(key(target == null ? bare : target));
    }

    /** All commands, in the order of their names. */
    public Collection<CmdletInfo> all() {
        return Collections.unmodifiableCollection(commands.values());
    }

    /** Alias (in lower case) to the name of what it stands for, which need not be a command of this registry. */
    public Map<String, String> aliases() {
        return Collections.unmodifiableMap(aliases);
    }

    /** Makes {@code alias} stand for {@code name}. */
    public void alias(String alias, String name) {
        aliases.put(key(alias), name);
    }

    /** Takes an alias away. */
    public void removeAlias(String alias) {
        aliases.remove(key(alias));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
