package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * A drive as {@code Get-PSDrive} gives it. The columns of its table show gigabytes, its properties bytes.
 *
 * @param used null where no disk is behind it, or the disk does not tell
 */
record DriveItem(
        String name,
        String provider,
        String root,
        String description,
        @Nullable Long used,
        @Nullable Long free) implements Shaped {

    private static final List<String> NAMES =
            List.of("Used", "Free", "CurrentLocation", "Name", "Provider", "Root", "Description", "DisplayRoot");

    static DriveItem of(String name, String provider, String root, @Nullable Path place, String description) {
        try {
            FileStore store = place == null ? null : Files.getFileStore(place);
            return new DriveItem(
                    name,
                    provider,
                    root,
                    description,
                    store == null ? null : (Long) (store.getTotalSpace() - store.getUnallocatedSpace()),
                    store == null ? null : (Long) store.getUsableSpace());
        } catch (IOException unknown) {
            return new DriveItem(name, provider, root, description, null, null);
        }
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.PSDriveInfo";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String property) {
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "name" -> name;
            case "provider" -> provider;
            case "root" -> root;
            case "description" -> description;
            case "used" -> used;
            case "free" -> free;
            case "usedgigabytes" -> gigabytes(used);
            case "freegigabytes" -> gigabytes(free);
            case "currentlocation" -> "";
            case "displayroot" -> null;
            default -> throw new NoSuchMember(typeName(), property);
        };
    }

    private static String gigabytes(@Nullable Long bytes) {
        return bytes == null ? "" : String.format(Locale.ROOT, "%.2f", bytes / (double) (1L << 30));
    }

    @Override
    public String toString() {
        return name;
    }
}
