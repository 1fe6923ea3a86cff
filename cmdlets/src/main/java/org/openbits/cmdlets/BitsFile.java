package org.openbits.cmdlets;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.FileInfo;
import org.openbits.automation.Conversion;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A file of a job at one moment. */
public final class BitsFile implements Shaped {

    private static final List<String> PROPERTIES =
            List.of("RemoteName", "LocalName", "IsTransferComplete", "BytesTotal", "BytesTransferred");

    private final FileInfo info;

    BitsFile(FileInfo info) {
        this.info = info;
    }

    /** Where it comes from or goes to. */
    public String getRemoteName() {
        return info.remoteName();
    }

    /** Its local path. */
    public String getLocalName() {
        return info.localName();
    }

    /** Whether all its bytes have been moved. */
    public boolean isTransferComplete() {
        return info.transferred();
    }

    /** Its size; 18446744073709551615 while unknown. */
    public Number getBytesTotal() {
        return Conversion.unsigned(info.progress().bytesTotal());
    }

    /** Bytes moved so far. */
    public Number getBytesTransferred() {
        return info.progress().bytesTransferred();
    }

    @Override
    public String typeName() {
        return "Microsoft.BackgroundIntelligentTransfer.Management.BitsFile";
    }

    @Override
    public List<String> propertyNames() {
        return PROPERTIES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "remotename" -> getRemoteName();
            case "localname" -> getLocalName();
            case "istransfercomplete" -> isTransferComplete();
            case "bytestotal" -> getBytesTotal();
            case "bytestransferred" -> getBytesTransferred();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** The local name: what PowerShell shows of a file in a list. */
    @Override
    public String toString() {
        return info.localName();
    }
}
