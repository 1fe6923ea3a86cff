// The same at a Java prompt; the addresses come from the environment.
var source = System.getenv("SOURCE")
var destination = System.getenv("DESTINATION")
cmdlet("Start-BitsTransfer").with("Source", source).with("Destination", destination).run()
/exit
