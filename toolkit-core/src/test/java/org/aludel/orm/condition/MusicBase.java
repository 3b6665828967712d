package org.aludel.orm.condition;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes that say by conditions what belongs together. */
public abstract class MusicBase extends DeclarativeBase {}
