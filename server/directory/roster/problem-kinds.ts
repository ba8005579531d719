import type { Words } from '../../platform/index.ts';

/** `file`: nothing can be applied · `row`: that row is not applied · `note`: applied, worth a look. */
export type Severity = 'file' | 'row' | 'note';

interface ProblemKind {
  readonly severity: Severity;
  /** What is wrong. `{shown}`, `{header}` and `{detail}` are filled in. */
  readonly what: Words;
  /** What would be right. */
  readonly remedy: Words;
}

function kind(
  severity: Severity,
  what: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): ProblemKind {
  return {
    severity,
    what: { zh: what[0], en: what[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

const fileKinds = {
  'file-empty': kind(
    'file',
    ['文件是空的', 'The file is empty'],
    [
      '请确认选对了文件,里面至少要有一行数据',
      'Check that it is the right file and has a row of data',
    ],
  ),
  'file-type-unknown': kind(
    'file',
    ['这不是名册文件', 'This is not a roster file'],
    [
      '请上传本平台模板(.xlsx),或 OneRoster、SDS 的 CSV 压缩包(.zip)',
      'Upload our template (.xlsx), or the CSV files of OneRoster or SDS in a .zip',
    ],
  ),
  'file-too-large': kind(
    'file',
    ['文件太大:{shown}', 'The file is too large: {shown}'],
    ['上限为 {detail},请分学校导入', 'The limit is {detail}; import school by school'],
  ),
  'workbook-has-password': kind(
    'file',
    ['文件设了打开密码', 'The workbook is protected by a password'],
    [
      '请在 Excel 中打开,从“文件 › 信息 › 保护工作簿”里去掉密码,另存后再上传',
      'Open it in Excel, remove the password under File › Info › Protect Workbook, save and upload again',
    ],
  ),
  'workbook-is-old': kind(
    'file',
    ['这是旧的 .xls 格式', 'This is the old .xls format'],
    [
      '请在 Excel 或 WPS 中另存为“.xlsx 工作簿”再上传',
      'Save it as an .xlsx workbook and upload again',
    ],
  ),
  'workbook-broken': kind(
    'file',
    ['工作簿打不开', 'The workbook cannot be read'],
    [
      '请在 Excel 或 WPS 中打开一次,另存为 .xlsx 再上传',
      'Open it once in Excel, save as .xlsx, upload again',
    ],
  ),
  'zip-broken': kind(
    'file',
    ['压缩包已损坏', 'The zip file is damaged'],
    ['请重新压缩后再上传', 'Make the zip file again'],
  ),
  'zip-encrypted': kind(
    'file',
    ['压缩包设了密码', 'The zip file is protected by a password'],
    ['请不设密码重新压缩', 'Make the zip file again without a password'],
  ),
  'zip-unpacks-too-large': kind(
    'file',
    ['压缩包解开后过大:{shown}', 'The zip file unpacks to too much: {shown}'],
    ['解开后不得超过 {detail},请分学校导入', 'It may unpack to {detail}; import school by school'],
  ),
  'zip-name-unsafe': kind(
    'file',
    ['压缩包里有不安全的文件名:{shown}', 'The zip file holds an unsafe name: {shown}'],
    ['请只把 CSV 文件放进压缩包的最外层', 'Put only the CSV files into the zip file, at its top'],
  ),
  'zip-in-zip': kind(
    'file',
    ['压缩包里还有压缩包:{shown}', 'The zip file holds another archive: {shown}'],
    ['请先解开里面的压缩包', 'Unpack the inner one first'],
  ),
  'csv-encoding-unknown': kind(
    'file',
    ['文字编码无法识别', 'The encoding of the text is not known'],
    ['请存为 UTF-8 或 GB18030(GBK)编码的 CSV', 'Save it as CSV in UTF-8 or GB18030 (GBK)'],
  ),
  'csv-quote-open': kind(
    'file',
    ['第 {shown} 行的引号没有合上', 'The quotation mark in row {shown} is never closed'],
    [
      '请检查这一行的双引号是否成对',
      'Check that the double quotation marks of that row come in pairs',
    ],
  ),
  'file-missing': kind(
    'file',
    ['缺少文件 {detail}', 'The file {detail} is missing'],
    ['请把它和其他文件放在一起上传', 'Put it with the others and upload again'],
  ),
  'sheet-missing': kind(
    'file',
    [
      '找不到工作表“{detail}”;文件里有:{shown}',
      'There is no sheet “{detail}”; the workbook has: {shown}',
    ],
    ['请使用模板里的工作表名称,不要改名', 'Keep the names of the sheets as in the template'],
  ),
  'header-missing': kind(
    'file',
    [
      '找不到列“{detail}”;最相近的是:{shown}',
      'There is no column “{detail}”; the nearest is: {shown}',
    ],
    ['请把表头改成“{detail}”', 'Name the column “{detail}”'],
  ),
  'changed-since-preview': kind(
    'file',
    [
      '预览之后,名册或平台里的数据有了变化',
      'The roster or the directory has changed since the preview',
    ],
    ['请重新预览一次', 'Preview it again'],
  ),
  'rows-too-many': kind(
    'file',
    ['行数太多:超过 {detail} 行', 'Too many rows: more than {detail}'],
    ['请分学校导入', 'Import school by school'],
  ),
  'version-unknown': kind(
    'file',
    ['manifest.csv 的版本 {shown} 不支持', 'The version {shown} in manifest.csv is not supported'],
    ['支持 OneRoster 1.1 和 1.2', 'OneRoster 1.1 and 1.2 are supported'],
  ),
} as const;

const rowKinds = {
  'value-missing': kind(
    'row',
    ['“{header}”没有填', '“{header}” is empty'],
    ['请填写', 'Fill it in'],
  ),
  'value-too-long': kind(
    'row',
    ['“{header}”太长', '“{header}” is too long'],
    ['不超过 {detail} 个字', 'At most {detail} characters'],
  ),
  'value-unknown': kind(
    'row',
    ['“{header}”里的“{shown}”无法识别', '“{shown}” in “{header}” is not known'],
    ['可以填:{detail}', 'May be: {detail}'],
  ),
  'cell-is-error': kind(
    'row',
    ['“{header}”里是公式错误 {shown}', '“{header}” holds the formula error {shown}'],
    ['请改成文字或数字', 'Put the plain text there'],
  ),
  'digits-lost': kind(
    'row',
    [
      '“{header}”被 Excel 变成了数值 {shown},后几位已经丢失',
      'Excel has turned “{header}” into the number {shown}; its last digits are lost',
    ],
    [
      '请把这一列设成“文本”格式,再重新填写完整的号码',
      'Format the column as text, then enter the whole number again',
    ],
  ),
  'id-number-length': kind(
    'row',
    ['身份证号 {shown} 不是 18 位', 'The ID number {shown} does not have 18 characters'],
    ['应为 17 位数字加 1 位数字或 X', 'It has 17 digits and one digit or X'],
  ),
  'id-number-division': kind(
    'row',
    [
      '身份证号 {shown} 的地区码不存在',
      'The ID number {shown} begins with a division that does not exist',
    ],
    ['请核对前 6 位', 'Check the first six digits'],
  ),
  'id-number-birth-date': kind(
    'row',
    [
      '身份证号 {shown} 里的出生日期不存在',
      'The ID number {shown} holds a date that does not exist',
    ],
    ['请核对第 7 到 14 位', 'Check digits 7 to 14'],
  ),
  'id-number-check-digit': kind(
    'row',
    ['身份证号 {shown} 的校验位不对', 'The check digit of the ID number {shown} is wrong'],
    ['号码中有一位写错了,请对照证件核对', 'One digit is wrong; compare it with the card'],
  ),
  'phone-wrong': kind(
    'row',
    ['手机号 {shown} 不对', 'The mobile number {shown} is wrong'],
    ['应为 1 开头的 11 位数字', 'It has 11 digits and begins with 1'],
  ),
  'day-wrong': kind(
    'row',
    ['“{header}”里的日期“{shown}”无法识别', 'The date “{shown}” in “{header}” cannot be read'],
    ['请写成 2018-09-01', 'Write it as 2018-09-01'],
  ),
  'days-in-wrong-order': kind(
    'row',
    ['结束日期 {shown} 早于开始日期 {detail}', 'The end {shown} is before the beginning {detail}'],
    ['请核对两个日期', 'Check both dates'],
  ),
  'key-twice': kind(
    'row',
    ['“{shown}”在{detail}已经出现过', '“{shown}” stands in {detail} already'],
    [
      '同一个编号只能出现一次,请删去或改正一行',
      'One key names one; remove or correct one of the rows',
    ],
  ),
  'organisation-not-found': kind(
    'row',
    ['找不到“{header}”里的机构“{shown}”', 'The organisation “{shown}” in “{header}” is not found'],
    ['请核对,或先在机构表里加上它', 'Check it, or add it to the organisations first'],
  ),
  'class-not-found': kind(
    'row',
    ['找不到班级“{shown}”', 'The class “{shown}” is not found'],
    ['请核对,或先加上这个班级', 'Check it, or add the class first'],
  ),
  'person-not-found': kind(
    'row',
    ['找不到人员“{shown}”', 'The person “{shown}” is not found'],
    ['请核对编号,或先加上此人', 'Check the key, or add the person first'],
  ),
  'student-not-found': kind(
    'row',
    ['找不到学生“{shown}”', 'The student “{shown}” is not found'],
    ['请核对学籍号,或先在学生表里加上', 'Check the student number, or add the student first'],
  ),
  'needs-a-rejected-row': kind(
    'row',
    ['它指向的{detail}有问题,没有导入', 'It needs {detail}, which was rejected'],
    ['先改好那一行,这一行会一起导入', 'Mend that row and this one goes with it'],
  ),
  'classes-several': kind(
    'row',
    ['学生同时在几个班:{shown}', 'The student is in several classes: {shown}'],
    [
      '请把行政班标为 homeroom,每名学生只有一个行政班',
      'Mark the administrative class as homeroom; a student has one',
    ],
  ),
  'district-twice': kind(
    'row',
    ['文件里有两个区:{shown}', 'The file holds a second district: {shown}'],
    ['一次只能导入一个区', 'Import one district at a time'],
  ),
  'student-name-differs': kind(
    'row',
    [
      '这个学籍号的学生姓名是“{detail}”,这里写的是“{shown}”',
      'That student is called “{detail}”; here it says “{shown}”',
    ],
    ['请核对是否填错了行', 'Check that the row belongs to this student'],
  ),
  'id-number-differs': kind(
    'row',
    [
      '同名同手机的人在{detail}是另一个身份证号',
      'The same name and phone have another ID number in {detail}',
    ],
    ['请核对两行的身份证号', 'Check the ID number in both rows'],
  ),
  'parent-kind-wrong': kind(
    'row',
    ['“{shown}”不能放在{detail}下面', '“{shown}” cannot stand under {detail}'],
    [
      '顺序是:区 › 街道 › 社区或学校 › 年级 › 班级',
      'The order is: district › subdistrict › community or school › grade › class',
    ],
  ),
  'student-twice': kind(
    'row',
    ['“{shown}”与文件里前面的一行是同一名学生', '“{shown}” is the same student as an earlier row'],
    ['请删去一行', 'Remove one of the rows'],
  ),
  'number-taken': kind(
    'row',
    [
      '学籍号或身份证号 {shown} 属于平台里的另一名学生“{detail}”',
      'The number {shown} belongs to another student, “{detail}”',
    ],
    ['请核对号码', 'Check the number'],
  ),
  'number-doubtful': kind(
    'row',
    [
      '学籍号 {shown} 在平台里是“{detail}”,姓名和出生日期都不同',
      'The student number {shown} is that of “{detail}”, with another name and birth date',
    ],
    ['请核对学籍号是否填错', 'Check whether the number is a mistake'],
  ),
  'class-missing': kind(
    'row',
    ['学生“{shown}”没有班级', 'The student “{shown}” has no class'],
    ['请补上班级', 'Give the class'],
  ),
  'student-elsewhere': kind(
    'row',
    ['“{shown}”现在在另一所学校', '“{shown}” is in another school now'],
    [
      '请原学校先办转出,或由区里导入',
      'Let the other school release the student, or the district import',
    ],
  ),
  'out-of-reach': kind(
    'row',
    ['“{shown}”不在您的单位范围内', '“{shown}” lies outside your organisation'],
    [
      '请只导入本单位的人员,或由区里导入',
      'Import your own organisation only, or let the district import',
    ],
  ),
  'record-too-long': kind(
    'row',
    ['这一行的列数或字数太多', 'The row has too many columns or characters'],
    ['请检查这一行的引号和逗号', 'Check the quotation marks and commas of the row'],
  ),
} as const;

const noteKinds = {
  'code-taken': kind(
    'note',
    [
      '机构代码 {shown} 已是另一个机构的,没有采用',
      'The code {shown} is another organisation’s and was not taken',
    ],
    ['请核对代码', 'Check the code'],
  ),
  'phone-shared': kind(
    'note',
    [
      '手机号 {shown} 与{detail}相同,姓名不同',
      'The phone {shown} is also in {detail}, under another name',
    ],
    [
      '共用手机是允许的;我们当作两个人,不会合并',
      'Families may share a phone; they are kept as two people',
    ],
  ),
  'birth-date-differs': kind(
    'note',
    ['出生日期 {shown} 与身份证号不一致', 'The birth date {shown} differs from the ID number'],
    ['以填写的日期为准,请核对', 'The date as written is kept; please check'],
  ),
  'gender-differs': kind(
    'note',
    ['性别“{shown}”与身份证号不一致', 'The gender “{shown}” differs from the ID number'],
    ['以填写的性别为准,请核对', 'The gender as written is kept; please check'],
  ),
  'role-not-kept': kind(
    'note',
    ['职务“{shown}”没有对应的岗位,未导入', 'The role “{shown}” has no post here and is not kept'],
    ['需要权限的人请在教职工表里写明职务', 'Name the post of those who need access'],
  ),
  'text-like-formula': kind(
    'note',
    [
      '“{header}”里的“{shown}”像公式,按文字保存',
      '“{shown}” in “{header}” looks like a formula; kept as text',
    ],
    ['如是误填,请改正', 'Correct it if it was a mistake'],
  ),
  'sheet-not-read': kind(
    'note',
    ['“{shown}”没有读取', '“{shown}” was not read'],
    ['它不是名册的一部分', 'It is no part of the roster'],
  ),
} as const;

/** The closed list of what can be wrong with a roster. */
export const problemKinds = { ...fileKinds, ...rowKinds, ...noteKinds } as const;

export type ProblemCode = keyof typeof problemKinds;
