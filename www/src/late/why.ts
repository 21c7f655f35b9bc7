/** The late part that tells why a result is as it is, and what it would take. */
export { GoalLines } from '../result/reach-lines';
export { Told } from '../result/why-told';
