package org.openbits.shell.pipeline;

/** A sink that shows what it takes: a program that ends a pipeline there may use the terminal itself. */
interface Display extends Sink {}
