// A background job from Groovy: SOURCE DESTINATION
def job = startBitsTransfer(source: args[0], destination: args[1], displayName: 'quick start', asynchronous: true)
waitBitsTransfer(bitsJob: job)
assert job.jobState == 'Transferred'
println "${job.bytesTotal} bytes"
completeBitsTransfer(bitsJob: job)
