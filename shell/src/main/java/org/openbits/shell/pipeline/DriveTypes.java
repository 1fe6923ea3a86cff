package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.NetList;

/** {@code [System.IO.DriveInfo]}: the space of what a path is on. */
record DriveTypes(Engine engine) implements Statics {

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        return arguments.size() == 1 ? drive(StaticTypes.text(arguments, 0)) : MISSING;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (!method.equals("getdrives")) {
            return MISSING;
        }
        List<Object> drives = new ArrayList<>();
        for (Path root : FileSystems.getDefault().getRootDirectories()) {
            drives.add(drive(root.toString()));
        }
        return NetList.array("System.IO.DriveInfo", drives);
    }

    private CustomObject drive(String name) {
        // A letter means a drive of Windows; where there are none it means the root.
        boolean letter = name.matches("[A-Za-z](:[/\\\\]?)?");
        boolean windows = java.io.File.separatorChar == '\\';
        Path place = letter
                ? Path.of(windows ? name.charAt(0) + ":\\" : "/")
                : engine.directory().resolve(name);
        CustomObject drive = new CustomObject("System.IO.DriveInfo")
                .add("Name", letter && windows ? place.toString() : letter ? "/" : name)
                .add("RootDirectory", place.toString())
                .add("IsReady", Files.exists(place))
                .add("DriveType", "Fixed");
        if (!Files.exists(place)) {
            return drive;
        }
        try {
            FileStore store = Files.getFileStore(place);
            return drive.add("DriveFormat", store.type())
                    .add("AvailableFreeSpace", store.getUsableSpace())
                    .add("TotalFreeSpace", store.getUnallocatedSpace())
                    .add("TotalSize", store.getTotalSpace())
                    .add("VolumeLabel", store.name());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
