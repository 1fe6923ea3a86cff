#!/usr/bin/env bits
// Brings a file unless it is here with the digest that is wanted, and says whether anything changed: for configuration
// tools and first-boot scripts. SOURCE DESTINATION [SHA256]
import java.security.MessageDigest

if (args.length < 2) {
    System.err.println 'usage: ensure-file.groovy SOURCE DESTINATION [SHA256]'
    exit(2)
}
def (source, destination) = args
def wanted = args.length > 2 ? args[2].toLowerCase() : null
def file = new File(destination)

def isRight = {
    if (!file.isFile()) return false
    if (!wanted) return true
    def digest = MessageDigest.getInstance('SHA-256')
    file.eachByte(65536) { bytes, count -> digest.update(bytes, 0, count) }
    digest.digest().encodeHex().toString() == wanted
}

def changed = !isRight()
if (changed) {
    startBitsTransfer(source: source, destination: destination, displayName: "ensure ${file.name}")
    if (!isRight()) {
        file.delete()
        throw new IllegalStateException("The content of $source has another digest than $wanted; the file was removed.")
    }
}
[changed: changed, path: destination, bytes: file.length()]
