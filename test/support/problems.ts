/** A problem with published minima. */
export interface KnownProblem {
  readonly name: string
  /** In the program's own language. */
  readonly formula: string
  readonly variables: readonly string[]
  /** The usual start. */
  readonly start: readonly number[]
  /** As published, to that many digits, the last one rounded or not; where a source gives the lowest alone, others computed. */
  readonly minima: readonly KnownMinimum[]
  readonly source: string
}

interface KnownMinimum {
  readonly at: readonly string[]
  readonly value: string
}

const zeroAt = (...at: string[]): KnownMinimum => ({ at, value: '0' })
const squares = (residuals: readonly string[]) => residuals.map((residual) => `(${residual})^2`).join(' + ')
/** i from 1 to `most`. */
const counted = (most: number) => Array.from({ length: most }, (_, i) => i + 1)
const mgh = (number: number) => `Moré, Garbow, Hillstrom 1981, ACM TOMS 7, 17–41, problem ${number}`
const plane = ['x', 'y']
const space = ['x', 'y', 'z']
const four = ['x', 'y', 'z', 'w']

export const bardData = [0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39]
const halfOfGauss = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521]
export const gaussianData = [...halfOfGauss, 0.3989, ...halfOfGauss.toReversed()]
export const meyerData = [
  34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307, 2872
]
export const kowalikData = [
  [0.1957, 4],
  [0.1947, 2],
  [0.1735, 1],
  [0.16, 0.5],
  [0.0844, 0.25],
  [0.0627, 0.167],
  [0.0456, 0.125],
  [0.0342, 0.1],
  [0.0323, 0.0833],
  [0.0235, 0.0714],
  [0.0246, 0.0625]
] as const

const leastSquares: readonly KnownProblem[] = [
  {
    name: 'Rosenbrock',
    formula: squares(['10*(y - x^2)', '1 - x']),
    variables: plane,
    start: [-1.2, 1],
    minima: [zeroAt('1', '1')],
    source: mgh(1)
  },
  {
    name: 'Freudenstein and Roth',
    formula: squares(['-13 + x + ((5 - y)*y - 2)*y', '-29 + x + ((y + 1)*y - 14)*y']),
    variables: plane,
    start: [0.5, -2],
    minima: [zeroAt('5', '4'), { at: ['11.41', '-0.8968'], value: '48.9842' }],
    source: mgh(2)
  },
  {
    name: 'Powell badly scaled',
    formula: squares(['10^4*x*y - 1', 'exp(-x) + exp(-y) - 1.0001']),
    variables: plane,
    start: [0, 1],
    minima: [zeroAt('0.00001098', '9.106')],
    source: mgh(3)
  },
  {
    name: 'Brown badly scaled',
    formula: squares(['x - 10^6', 'y - 2*10^(-6)', 'x*y - 2']),
    variables: plane,
    start: [1, 1],
    minima: [zeroAt('1000000', '0.000002')],
    source: mgh(4)
  },
  {
    name: 'Beale',
    formula: squares(['1.5 - x*(1 - y)', '2.25 - x*(1 - y^2)', '2.625 - x*(1 - y^3)']),
    variables: plane,
    start: [1, 1],
    minima: [zeroAt('3', '0.5')],
    source: mgh(5)
  },
  {
    name: 'Jennrich and Sampson',
    formula: squares(counted(10).map((i) => `${2 + 2 * i} - (exp(${i}*x) + exp(${i}*y))`)),
    variables: plane,
    start: [0.3, 0.4],
    minima: [{ at: ['0.2578', '0.2578'], value: '124.362' }],
    source: mgh(6)
  },
  {
    name: 'helical valley',
    formula: '(10*(z - 10*piecewise(x > 0, atan(y/x), atan(y/x) + pi)/(2*pi)))^2 + (10*(sqrt(x^2 + y^2) - 1))^2 + z^2',
    variables: space,
    start: [-1, 0, 0],
    minima: [zeroAt('1', '0', '0')],
    source: mgh(7)
  },
  {
    name: 'Bard',
    formula: squares(
      bardData.map((y, k) => {
        const [u, v] = [k + 1, 15 - k]
        return `${y} - (x + ${u}/(${v}*y + ${Math.min(u, v)}*z))`
      })
    ),
    variables: space,
    start: [1, 1, 1],
    minima: [{ at: ['0.08241', '1.133', '2.344'], value: '0.00821487' }],
    source: mgh(8)
  },
  {
    name: 'Gaussian',
    formula: squares(gaussianData.map((y, k) => `x*exp(-y*(${(7 - k) / 2} - z)^2/2) - ${y}`)),
    variables: space,
    start: [0.4, 1, 0],
    minima: [{ at: ['0.39896', '1.0000', '0'], value: '0.0000000112793' }],
    source: mgh(9)
  },
  {
    name: 'Meyer',
    formula: squares(meyerData.map((y, k) => `x*exp(y/(${50 + 5 * k} + z)) - ${y}`)),
    variables: space,
    start: [0.02, 4000, 250],
    minima: [{ at: ['0.00561', '6181.3', '345.22'], value: '87.9458' }],
    source: mgh(10)
  },
  {
    name: 'Gulf research and development',
    formula: squares(
      counted(99).map((i) => `exp(-abs(${25 + (-50 * Math.log(i / 100)) ** (2 / 3)} - y)^z/x) - ${i / 100}`)
    ),
    variables: space,
    start: [5, 2.5, 0.15],
    minima: [zeroAt('50', '25', '1.5')],
    source: mgh(11)
  },
  {
    name: 'Box three-dimensional',
    formula: squares(
      counted(10).map((i) => `exp(-${i / 10}*x) - exp(-${i / 10}*y) - z*(exp(-${i / 10}) - exp(-${i}))`)
    ),
    variables: space,
    start: [0, 10, 20],
    minima: [zeroAt('1', '10', '1'), zeroAt('10', '1', '-1')],
    source: mgh(12)
  },
  {
    name: 'Powell singular',
    formula: '(x + 10*y)^2 + 5*(z - w)^2 + (y - 2*z)^4 + 10*(x - w)^4',
    variables: four,
    start: [3, -1, 0, 1],
    minima: [zeroAt('0', '0', '0', '0')],
    source: mgh(13)
  },
  {
    name: 'Wood',
    formula: '100*(y - x^2)^2 + (1 - x)^2 + 90*(w - z^2)^2 + (1 - z)^2 + 10*(y + w - 2)^2 + (y - w)^2/10',
    variables: four,
    start: [-3, -1, -3, -1],
    minima: [zeroAt('1', '1', '1', '1')],
    source: mgh(14)
  },
  {
    name: 'Kowalik and Osborne',
    formula: squares(kowalikData.map(([y, u]) => `${y} - x*(${u}^2 + ${u}*y)/(${u}^2 + ${u}*z + w)`)),
    variables: four,
    start: [0.25, 0.39, 0.415, 0.39],
    minima: [{ at: ['0.1928', '0.1913', '0.1231', '0.1361'], value: '0.000307505' }],
    source: mgh(15)
  },
  {
    name: 'Brown and Dennis',
    formula: squares(
      counted(20).map((i) => `(x + ${i / 5}*y - exp(${i / 5}))^2 + (z + w*sin(${i / 5}) - cos(${i / 5}))^2`)
    ),
    variables: four,
    start: [25, 5, -5, -1],
    minima: [{ at: ['-11.594', '13.204', '-0.4034', '0.2368'], value: '85822.2' }],
    source: mgh(16)
  }
]

const dixonSzego = 'Dixon, Szegő (eds.) 1978, Towards Global Optimisation 2'
const jamilYang = 'Jamil, Yang 2013, arXiv:1308.4008, function '

const surfaces: readonly KnownProblem[] = [
  {
    name: 'sphere',
    formula: 'x^2 + y^2',
    variables: plane,
    start: [4, -3],
    minima: [zeroAt('0', '0')],
    source: `${jamilYang}137`
  },
  {
    name: 'Booth',
    formula: '(x + 2*y - 7)^2 + (2*x + y - 5)^2',
    variables: plane,
    start: [-5, 4],
    minima: [zeroAt('1', '3')],
    source: `${jamilYang}17`
  },
  {
    name: 'Matyas',
    formula: '0.26*(x^2 + y^2) - 0.48*x*y',
    variables: plane,
    start: [8, -5],
    minima: [zeroAt('0', '0')],
    source: `${jamilYang}71`
  },
  {
    name: 'Himmelblau',
    formula: '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
    variables: plane,
    start: [0, 0],
    minima: [
      zeroAt('3', '2'),
      zeroAt('-2.805118', '3.131313'),
      zeroAt('-3.779310', '-3.283186'),
      zeroAt('3.584428', '-1.848127')
    ],
    source: 'Himmelblau 1972, Applied Nonlinear Programming'
  },
  {
    name: 'McCormick',
    formula: 'sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1',
    variables: plane,
    start: [-0.2, -1],
    minima: [{ at: ['-0.54720', '-1.54720'], value: '-1.91322' }],
    source: `${jamilYang}72`
  },
  {
    name: 'Goldstein and Price',
    formula:
      '(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))' +
      '*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))',
    variables: plane,
    start: [0.5, -1.5],
    minima: [
      { at: ['0', '-1'], value: '3' },
      { at: ['-0.6', '-0.4'], value: '30' },
      { at: ['1.8', '0.2'], value: '84' },
      { at: ['1.2', '0.8'], value: '840' }
    ],
    source: dixonSzego
  },
  {
    name: 'Branin',
    formula: '(y - 5.1*x^2/(4*pi^2) + 5*x/pi - 6)^2 + 10*(1 - 1/(8*pi))*cos(x) + 10',
    variables: plane,
    start: [2, 4],
    minima: [
      { at: ['3.141593', '2.275'], value: '0.397887' },
      { at: ['-3.141593', '12.275'], value: '0.397887' },
      { at: ['9.424778', '2.475'], value: '0.397887' }
    ],
    source: dixonSzego
  },
  {
    name: 'three-hump camel',
    formula: '2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2',
    variables: plane,
    start: [0.8, 1],
    minima: [
      zeroAt('0', '0'),
      { at: ['1.7475', '-0.8738'], value: '0.29864' },
      { at: ['-1.7475', '0.8738'], value: '0.29864' }
    ],
    source: `${jamilYang}29`
  },
  {
    name: 'six-hump camel',
    formula: '(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (4*y^2 - 4)*y^2',
    variables: plane,
    start: [0.5, -0.9],
    minima: [
      { at: ['0.0898', '-0.7127'], value: '-1.0316' },
      { at: ['-0.0898', '0.7127'], value: '-1.0316' }
    ],
    source: dixonSzego
  },
  {
    name: 'Easom',
    formula: '-cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2))',
    variables: plane,
    start: [2.6, 3.5],
    minima: [{ at: ['3.141593', '3.141593'], value: '-1' }],
    source: `${jamilYang}50`
  },
  {
    name: 'Styblinski and Tang',
    formula: '(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2',
    variables: plane,
    start: [-1, -2],
    minima: [
      { at: ['-2.903534', '-2.903534'], value: '-78.33233' },
      { at: ['2.746803', '-2.903534'], value: '-64.19561' }
    ],
    source: `${jamilYang}144`
  },
  {
    name: 'Lévy 13',
    formula: 'sin(3*pi*x)^2 + (x - 1)^2*(1 + sin(3*pi*y)^2) + (y - 1)^2*(1 + sin(2*pi*y)^2)',
    variables: plane,
    start: [1.1, 0.9],
    minima: [zeroAt('1', '1')],
    source: 'Lévy, Montalvo 1985, SIAM J. Sci. Stat. Comput. 6, 15–29'
  },
  {
    name: 'Bohachevsky 1',
    formula: 'x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7',
    variables: plane,
    start: [0.15, 0.1],
    minima: [zeroAt('0', '0')],
    source: `${jamilYang}10`
  },
  {
    name: 'Zakharov',
    formula: 'x^2 + y^2 + (x/2 + y)^2 + (x/2 + y)^4',
    variables: plane,
    start: [3, -4],
    minima: [zeroAt('0', '0')],
    source: `${jamilYang}173`
  },
  {
    name: 'Rastrigin',
    formula: '20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)',
    variables: plane,
    start: [0.1, -0.15],
    minima: [zeroAt('0', '0'), { at: ['0.994959', '0.994959'], value: '1.98992' }],
    source: 'Rastrigin 1974, Systems of Extremal Control'
  },
  {
    name: 'Ackley',
    formula: '20 + e - 20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2)',
    variables: plane,
    start: [0.8, 0.9],
    minima: [{ at: ['0.968478', '0.968478'], value: '3.57445' }],
    source: 'Ackley 1987, A Connectionist Machine for Genetic Hillclimbing'
  }
]

/** Least-squares problems with 2 to 4 variables, then well-known functions of two variables. */
export const problems: readonly KnownProblem[] = [...leastSquares, ...surfaces]

/** The problem of that name. */
export function problemNamed(name: string): KnownProblem {
  const found = problems.find((problem) => problem.name === name)
  if (!found) throw new Error(`There is no problem ${name}`)
  return found
}
