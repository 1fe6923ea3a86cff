// The start-up of JShell with OpenBITS: ./bits jshell, or jshell --class-path 'lib/*' --startup DEFAULT --startup lib/openbits.jsh
import org.openbits.*;
import org.openbits.cmdlets.*;
import static org.openbits.cmdlets.Bits.*;
