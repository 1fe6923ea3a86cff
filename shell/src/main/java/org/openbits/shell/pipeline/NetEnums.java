package org.openbits.shell.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The enumerations of .NET whose values scripts hand to methods. */
final class NetEnums {

    private NetEnums() {}

    /** The enumeration of that name in lower case without {@code System.}; null when there is none. */
    static @Nullable EnumType find(String key) {
        return switch (key) {
            case "stringcomparison" ->
                counting(
                        "System.StringComparison",
                        "CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal"
                                + " OrdinalIgnoreCase");
            case "stringsplitoptions" ->
                flags("System.StringSplitOptions", "None=0 RemoveEmptyEntries=1 TrimEntries=2");
            case "regexoptions" ->
                flags(
                        "System.Text.RegularExpressions.RegexOptions",
                        "None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16"
                                + " IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512");
            case "globalization.numberstyles" ->
                flags(
                        "System.Globalization.NumberStyles",
                        "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7"
                                + " AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64"
                                + " Number=111 AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383 Any=511"
                                + " AllowHexSpecifier=512 HexNumber=515");
            case "globalization.datetimestyles" ->
                flags(
                        "System.Globalization.DateTimeStyles",
                        "None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7"
                                + " NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64"
                                + " RoundtripKind=128");
            case "globalization.calendarweekrule" ->
                counting("System.Globalization.CalendarWeekRule", "FirstDay FirstFullWeek FirstFourDayWeek");
            case "io.searchoption" -> counting("System.IO.SearchOption", "TopDirectoryOnly AllDirectories");
            case "io.filemode" ->
                flags("System.IO.FileMode", "CreateNew=1 Create=2 Open=3 OpenOrCreate=4 Truncate=5 Append=6", false);
            case "io.fileattributes" ->
                flags(
                        "System.IO.FileAttributes",
                        "ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Normal=128 Temporary=256"
                                + " ReparsePoint=1024 Compressed=2048 Offline=4096 Encrypted=16384");
            case "io.fileaccess" -> flags("System.IO.FileAccess", "Read=1 Write=2 ReadWrite=3");
            case "io.fileshare" -> flags("System.IO.FileShare", "None=0 Read=1 Write=2 ReadWrite=3 Delete=4");
            case "net.sockets.addressfamily" ->
                flags(
                        "System.Net.Sockets.AddressFamily",
                        "Unknown=-1 Unspecified=0 Unix=1 InterNetwork=2 InterNetworkV6=23",
                        false);
            case "net.sockets.sockettype" ->
                flags("System.Net.Sockets.SocketType", "Unknown=-1 Stream=1 Dgram=2 Raw=3 Rdm=4 Seqpacket=5", false);
            case "net.sockets.protocoltype" ->
                flags(
                        "System.Net.Sockets.ProtocolType",
                        "Unknown=-1 Unspecified=0 Icmp=1 Tcp=6 Udp=17 IPv6=41 IcmpV6=58",
                        false);
            case "io.seekorigin" -> counting("System.IO.SeekOrigin", "Begin Current End");
            case "io.drivetype" ->
                counting("System.IO.DriveType", "Unknown NoRootDirectory Removable Fixed Network CDRom Ram");
            case "io.compression.compressionmode" ->
                counting("System.IO.Compression.CompressionMode", "Decompress Compress");
            case "io.compression.ziparchivemode" ->
                counting("System.IO.Compression.ZipArchiveMode", "Read Create Update");
            case "io.compression.compressionlevel" ->
                counting("System.IO.Compression.CompressionLevel", "Optimal Fastest NoCompression SmallestSize");
            case "text.normalizationform" ->
                flags("System.Text.NormalizationForm", "FormC=1 FormD=2 FormKC=5 FormKD=6");
            case "datetimekind" -> counting("System.DateTimeKind", "Unspecified Utc Local");
            case "actionpreference" ->
                counting(
                        "System.Management.Automation.ActionPreference",
                        "SilentlyContinue Stop Continue Inquire Ignore Suspend Break");
            case "dayofweek" ->
                counting("System.DayOfWeek", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday");
            case "consolecolor" ->
                counting(
                        "System.ConsoleColor",
                        "Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan"
                                + " Red Magenta Yellow White");
            case "environmentvariabletarget" -> counting("System.EnvironmentVariableTarget", "Process User Machine");
            case "environment+specialfolderoption" -> counting("System.Environment+SpecialFolderOption", "None");
            case "urikind" -> counting("System.UriKind", "RelativeOrAbsolute Absolute Relative");
            case "uripartial" -> counting("System.UriPartial", "Scheme Authority Path Query");
            case "midpointrounding" ->
                counting("System.MidpointRounding", "ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity");
            case "typecode" ->
                flags(
                        "System.TypeCode",
                        "Empty=0 Object=1 DBNull=2 Boolean=3 Char=4 SByte=5 Byte=6 Int16=7 UInt16=8 Int32=9 UInt32=10"
                                + " Int64=11 UInt64=12 Single=13 Double=14 Decimal=15 DateTime=16 String=18",
                        false);
            case "security.principal.windowsbuiltinrole" ->
                flags(
                        "System.Security.Principal.WindowsBuiltInRole",
                        "Administrator=544 User=545 Guest=546 PowerUser=547",
                        false);
            case "net.httpstatuscode" -> statuses();
            default -> null;
        };
    }

    private static EnumType counting(String name, String members) {
        return EnumType.counting(name, members.split(" "));
    }

    private static EnumType flags(String name, String members) {
        return flags(name, members, true);
    }

    private static EnumType flags(String name, String members, boolean flags) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (String member : members.split(" ")) {
            String[] parts = member.split("=", 2);
            numbers.put(parts[0], Long.parseLong(parts[1]));
        }
        return new EnumType(name, numbers, flags);
    }

    private static EnumType statuses() {
        Map<String, Long> members = new LinkedHashMap<>();
        for (long number = 200; number < 600; number++) {
            String word = new HttpStatus(number).toString();
            if (!word.equals(Long.toString(number).toLowerCase(Locale.ROOT))) {
                members.put(word, number);
            }
        }
        return new EnumType("System.Net.HttpStatusCode", members, false);
    }
}
