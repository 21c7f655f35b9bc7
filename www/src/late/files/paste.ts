// What is there from the start is then one file: else each set of parts that share something would have a file of that.
import '../../element/module';

export * from '../paste';
