import { defineElement } from './infocity-check';

defineElement();
