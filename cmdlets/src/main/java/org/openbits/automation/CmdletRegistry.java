package org.openbits.automation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The commands of a session, by name and alias; case does not matter. Confined to the session's thread. */
public final class CmdletRegistry {

    private final Map<String, Entry> commands = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private UnaryOperator<@Nullable String> typeNames = name -> null;

    /** Adds a command and its aliases; one of the same name is replaced. */
    public void register(CmdletInfo info) {
        commands.put(key(info.name()), new Entry(info.name(), () -> info));
        for (String alias : info.aliases()) {
            aliases.put(key(alias), info.name());
        }
    }

    /** Adds the command of an annotated class. */
    public void register(Class<? extends Cmdlet> type) {
        register(CmdletInfo.of(type));
    }

    /**
     * Adds the command of an annotated class that is read when it is first asked for, so that a shell starts quickly.
     *
     * @param name its name, as the annotations say it
     * @param names its aliases, as the annotations say them
     */
    public void register(Class<? extends Cmdlet> type, String name, String... names) {
        register(() -> CmdletInfo.of(type), name, names);
    }

    /** The same for a command that is not read from annotations. */
    public void register(Supplier<CmdletInfo> reader, String name, String... names) {
        commands.put(key(name), new Entry(name, reader));
        for (String alias : names) {
            aliases.put(key(alias), name);
        }
    }

    /**
     * Reads the commands among these words on a thread of its own, so that they are at hand when they are asked for.
     * Words that are no commands are passed over.
     */
    public void readAhead(Collection<String> words) {
        List<Entry> wanted = new ArrayList<>();
        for (String word : words) {
            Entry entry = entry(word);
            if (entry != null) {
                wanted.add(entry);
            }
        }
        if (!wanted.isEmpty()) {
            Thread reader = new Thread(() -> wanted.forEach(Entry::info), "read-ahead");
            reader.setDaemon(true);
            reader.start();
        }
    }

    /** Takes a command away. */
    public void remove(String name) {
        commands.remove(key(name));
    }

    /** The command of that name, alias or {@code Module\Name}; null when there is none. */
    public @Nullable CmdletInfo find(String name) {
        Entry entry = entry(name);
        return entry == null ? null : entry.info();
    }

    private @Nullable Entry entry(String name) {
        String bare = name.substring(name.lastIndexOf('\\') + 1);
        String target = aliases.get(key(bare));
        return commands.get(key(target == null ? bare : target));
    }

    /** Whether {@link #find} would find it; reads no command. */
    public boolean has(String name) {
        return entry(name) != null;
    }

    /**
     * Says which Java class stands behind a .NET name of the commands' own types.
     *
     * @param newNames gives the class's name for a .NET name in lower case, null for one it does not know
     */
    public void types(UnaryOperator<@Nullable String> newNames) {
        typeNames = newNames;
    }

    /** The class of a .NET name that the commands' own types have; null when there is none. */
    public @Nullable Class<?> type(String name) {
        String found = typeNames.apply(key(name));
        try {
            return found == null ? null : Class.forName(found);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("The class " + found + " is named and not there.", missing);
        }
    }

    /** The same commands and aliases in a registry of its own. */
    public CmdletRegistry copy() {
        CmdletRegistry copy = new CmdletRegistry();
        copy.commands.putAll(commands);
        copy.aliases.putAll(aliases);
        copy.typeNames = typeNames;
        return copy;
    }

    /** The names of all commands, in order; reads no command. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        commands.values().forEach(entry -> names.add(entry.name));
        return names;
    }

    /** All commands, in the order of their names. */
    public Collection<CmdletInfo> all() {
        return commands.values().stream().map(Entry::info).toList();
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

    /** A command whose class is read once, when somebody asks. */
    private static final class Entry {
        private final String name;
        private final Supplier<CmdletInfo> reader;
        private @Nullable CmdletInfo info;

        Entry(String name, Supplier<CmdletInfo> reader) {
            this.name = name;
            this.reader = reader;
        }

        synchronized CmdletInfo info() {
            CmdletInfo known = info;
            if (known == null) {
                known = reader.get();
                info = known;
            }
            return known;
        }
    }
}
