import type { Interval } from '@shared/interval'

/** A test function of global optimisation, with the ranges it is usually searched in. */
export interface Classic {
  readonly name: string
  /** In the program's own language, of x or of x and y. */
  readonly formula: string
  readonly ranges: readonly Interval[]
}

const one = (name: string, formula: string, min: number, max: number): Classic => ({
  name,
  formula,
  ranges: [{ min, max }]
})
const two = (name: string, formula: string, min: number, max: number, low = min, high = max): Classic => ({
  name,
  formula,
  ranges: [
    { min, max },
    { min: low, max: high }
  ]
})
const sum = (count: number, term: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => term(k + 1)).join(' + ')

/**
 * Sources: Jamil & Yang 2013, arXiv:1308.4008; Dixon & Szegő 1978; Molga & Smutnicki 2005; those of one variable after
 * Hansen, Jaumard & Lu 1992 as numbered by A. Gavana.
 */
export const classics: readonly Classic[] = [
  one('Gramacy and Lee', 'sin(10pi*x)/(2x) + (x - 1)^4', 0.5, 2.5),
  one('Forrester', '(6x - 2)^2*sin(12x - 4)', 0, 1),
  one('two sines', 'sin(x) + sin(10x/3)', 2.7, 7.5),
  one('five sines', `-(${sum(5, (k) => `${k}*sin(${k + 1}x + ${k})`)})`, -10, 10),
  one('sine on a slope', '-(1.4 - 3x)*sin(18x)', 0, 1.2),
  one('narrow bump', '-(x + sin(x))*exp(-x^2)', -10, 10),
  one('growing sine', '-x*sin(x)', 0, 10),
  one('fading sine', '-exp(-x)*sin(2pi*x)', 0, 4),
  two('Ackley', '20 + e - 20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi*x) + cos(2pi*y))/2)', -32.768, 32.768),
  two('Rastrigin', '20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)', -5.12, 5.12),
  two('Griewank', '1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))', -600, 600),
  two('Schwefel', '837.9657745448674 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))', -500, 500),
  two('Eggholder', '-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47)))', -512, 512),
  two('Hölder table', '-abs(sin(x)*cos(y)*exp(abs(1 - sqrt(x^2 + y^2)/pi)))', -10, 10),
  two('cross in tray', '-0.0001(abs(sin(x)*sin(y)*exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1', -10, 10),
  two('Lévy 13', 'sin(3pi*x)^2 + (x - 1)^2*(1 + sin(3pi*y)^2) + (y - 1)^2*(1 + sin(2pi*y)^2)', -10, 10),
  two('McCormick', 'sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1', -1.5, 4, -3, 4),
  two('Michalewicz', '-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2y^2/pi)^20', 0, Math.PI),
  two(
    'Shubert',
    `(${sum(5, (k) => `${k}*cos(${k + 1}x + ${k})`)})*(${sum(5, (k) => `${k}*cos(${k + 1}y + ${k})`)})`,
    -10,
    10
  ),
  two('Schaffer 2', '0.5 + (sin(x^2 - y^2)^2 - 0.5)/(1 + 0.001(x^2 + y^2))^2', -100, 100),
  two('Schaffer 4', '0.5 + (cos(sin(abs(x^2 - y^2)))^2 - 0.5)/(1 + 0.001(x^2 + y^2))^2', -100, 100),
  two('Schaffer 6', '0.5 + (sin(sqrt(x^2 + y^2))^2 - 0.5)/(1 + 0.001(x^2 + y^2))^2', -100, 100),
  two('drop wave', '-(1 + cos(12sqrt(x^2 + y^2)))/((x^2 + y^2)/2 + 2)', -5.12, 5.12),
  two('Easom', '-cos(x)*cos(y)*exp(-(x - pi)^2 - (y - pi)^2)', -100, 100),
  two('Branin', '(y - 5.1x^2/(4pi^2) + 5x/pi - 6)^2 + 10(1 - 1/(8pi))*cos(x) + 10', -5, 10, 0, 15),
  two(
    'Goldstein and Price',
    '(1 + (x+y+1)^2*(19 - 14x + 3x^2 - 14y + 6x*y + 3y^2))*(30 + (2x-3y)^2*(18 - 32x + 12x^2 + 48y - 36x*y + 27y^2))',
    -2,
    2
  ),
  two('Beale', '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2', -4.5, 4.5),
  two('Himmelblau', '(x^2 + y - 11)^2 + (x + y^2 - 7)^2', -5, 5),
  two('six-hump camel', '(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (4y^2 - 4)*y^2', -3, 3, -2, 2),
  two('three-hump camel', '2x^2 - 1.05x^4 + x^6/6 + x*y + y^2', -5, 5),
  two('Bukin 6', '100sqrt(abs(y - 0.01x^2)) + 0.01abs(x + 10)', -15, -5, -3, 3),
  two('Styblinski and Tang', '(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y)/2', -5, 5),
  two('Rosenbrock', '(1 - x)^2 + 100(y - x^2)^2', -5, 10),
  two('Bohachevsky 1', 'x^2 + 2y^2 - 0.3cos(3pi*x) - 0.4cos(4pi*y) + 0.7', -100, 100),
  two('Adjiman', 'cos(x)*sin(y) - x/(y^2 + 1)', -1, 2, -1, 1),
  two('bird', 'sin(x)*exp((1 - cos(y))^2) + cos(y)*exp((1 - sin(x))^2) + (x - y)^2', -2 * Math.PI, 2 * Math.PI),
  two(
    'Langermann',
    [
      [3, 5, 1],
      [5, 2, 2],
      [2, 1, 5],
      [1, 4, 2],
      [7, 9, 3]
    ]
      .map(([a, b, c]) => `${c}*exp(-((x - ${a})^2 + (y - ${b})^2)/pi)*cos(pi*((x - ${a})^2 + (y - ${b})^2))`)
      .join(' + '),
    0,
    10
  ),
  two('Keane', '-sin(x - y)^2*sin(x + y)^2/sqrt(x^2 + y^2)', 0, 10),
  two(
    'De Jong 5, foxholes',
    `1/(0.002 + ${sum(25, (k) => {
      const [a, b] = [-32 + 16 * ((k - 1) % 5), -32 + 16 * Math.floor((k - 1) / 5)]
      return `1/(${k} + (x - ${a})^6 + (y - ${b})^6)`
    })})`,
    -65.536,
    65.536
  ),
  two('Alpine 2', '-sqrt(abs(x))*sin(x)*sqrt(abs(y))*sin(y)', 0, 10),
  two('Salomon', '1 - cos(2pi*sqrt(x^2 + y^2)) + 0.1sqrt(x^2 + y^2)', -100, 100),
  two('egg crate', 'x^2 + y^2 + 25(sin(x)^2 + sin(y)^2)', -5, 5),
  two('Chichinadze', 'x^2 - 12x + 8sin(5pi*x/2) + 10cos(pi*x/2) + 11 - 0.2sqrt(5)/exp((y - 0.5)^2/2)', -30, 30)
]

/** Functions that no threshold of the search was chosen by. */
export const heldOut: readonly Classic[] = [
  one('Gavana 7', 'sin(x) + sin(10x/3) + log(x) - 0.84x + 3', 2.7, 7.5),
  one('Gavana 21', 'x*sin(x) + x*cos(2x)', 0, 10),
  one('Gavana 22', 'exp(-3x) - sin(x)^3', 0, 20),
  one('beats', 'sin(3x)*cos(2.7x) + x^2/50', -20, 20),
  two('Alpine 1', 'abs(x*sin(x) + 0.1x) + abs(y*sin(y) + 0.1y)', -10, 10),
  two('Whitley', whitley(), -10.24, 10.24),
  two('Xin-She Yang 2', '(abs(x) + abs(y))*exp(-sin(x^2) - sin(y^2))', -2 * Math.PI, 2 * Math.PI),
  two('pen holder', '-exp(-1/abs(exp(abs(-sqrt(x^2 + y^2)/pi + 1))*cos(x)*cos(y)))', -11, 11),
  two('test tube holder', '-4abs(exp(abs(cos(x^2/200 + y^2/200)))*sin(x)*cos(y))', -9.5, 9.4),
  two(
    'Damavandi',
    '(1 - abs(sin(pi(x - 2))*sin(pi(y - 2))/(pi^2*(x - 2)*(y - 2)))^5)*(2 + (x - 7)^2 + 2(y - 7)^2)',
    0,
    14
  ),
  two('Ursem waves', '-(0.3x)^3 + (y^2 - 4.5y^2)*x*y + 4.7cos(3x - y^2*(2 + x))*sin(2.5pi*x)', -0.9, 1.2, -1.2, 1.2),
  two('Giunta', giunta(), -1, 1),
  two('Hosaki', '(1 - 8x + 7x^2 - 7x^3/3 + x^4/4)*y^2*exp(-y)', 0, 5, 0, 6),
  two('quintic', `${quintic('x')} + ${quintic('y')}`, -10, 10),
  two('peaks', '-3(1-x)^2*exp(-x^2-(y+1)^2) + 10(x/5-x^3-y^5)*exp(-x^2-y^2) + exp(-(x+1)^2-y^2)/3', -3, 3),
  two('Brent', '(x + 10)^2 + (y + 10)^2 + exp(-x^2 - y^2)', -20, 0),
  two('Price 4', '(2x^3*y - y^3)^2 + (6x - y^2 + y)^2', -50, 50),
  two('Deb 1', '-(sin(5pi*x)^6 + sin(5pi*y)^6)/2 + (x - 0.1)^2 + (y - 0.3)^2', -1, 1),
  two(
    'Trefethen',
    'exp(sin(50x)) + sin(60exp(y)) + sin(70sin(x)) + sin(sin(80y)) - sin(10(x + y)) + (x^2 + y^2)/4',
    -1,
    1
  ),
  two('Mishra 4', 'sqrt(abs(sin(sqrt(abs(x^2 + y^2))))) + 0.01(x + y)', -10, 10),
  two('Cola of two', '(sqrt(x^2 + y^2) - 1.27)^2 + (sqrt((x - 2)^2 + y^2) - 1.69)^2 + sin(5x*y)/4', -4, 4)
]

function whitley(): string {
  const term = (a: string, b: string) => `(100(${a}^2 - ${b})^2 + (1 - ${b})^2)`
  return [
    ['x', 'x'],
    ['x', 'y'],
    ['y', 'x'],
    ['y', 'y']
  ]
    .map(([a = '', b = '']) => `${term(a, b)}^2/4000 - cos(${term(a, b)}) + 1`)
    .join(' + ')
}

function giunta(): string {
  const of = (x: string) => `sin(16${x}/15 - 1)^2 + sin(16${x}/15 - 1) + sin(4(16${x}/15 - 1))/50`
  return `0.6 + ${of('x')} + ${of('y')}`
}

function quintic(x: string): string {
  return `abs(${x}^5 - 3${x}^4 + 4${x}^3 + 2${x}^2 - 10${x} - 4)`
}

/** The same function with each range moved: its lower end by so much of its width, and its upper one. */
export function withMovedRanges({ ranges, ...rest }: Classic, [lower, upper]: readonly [number, number]): Classic {
  return {
    ...rest,
    ranges: ranges.map(({ min, max }) => ({ min: min + lower * (max - min), max: max + upper * (max - min) }))
  }
}
