/*
 * For JShell: every command as a method. bits jshell runs it first; a plain jshell does with
 *   jshell --class-path 'lib/*' --startup DEFAULT --startup lib/openbits.jsh
 * Then
 *   startBitsTransfer("http://host/big.iso", "big.iso")
 *   var job = startBitsTransferAsync("http://host/big.iso", "big.iso")
 *   cmdlet("Get-BitsTransfer").with("Name", "night*").run()
 */
import java.nio.file.*
import java.time.*
import java.util.*
import org.openbits.*
import org.openbits.cmdlets.*
import static org.openbits.cmdlets.Bits.*
