package org.openbits.automation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A location, as {@code Get-Location} and {@code Resolve-Path} give it. */
public record PathInfo(Path location) implements Shaped {

    @Override
    public String typeName() {
        return "System.Management.Automation.PathInfo";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Drive", "Provider", "ProviderPath", "Path");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "path", "providerpath" -> location.toString();
            case "drive" ->
                new CustomObject("System.Management.Automation.PSDriveInfo")
                        .add("Name", "/")
                        .add("Root", "/")
                        .told("/");
            case "provider" ->
                new CustomObject("System.Management.Automation.ProviderInfo")
                        .add("Name", "FileSystem")
                        .told("Microsoft.PowerShell.Core\\FileSystem");
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        return location.toString();
    }
}
